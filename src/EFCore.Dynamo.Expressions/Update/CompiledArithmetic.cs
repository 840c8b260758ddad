using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary>The sum or difference of two numbers.</summary>
internal sealed class CompiledArithmetic(CompiledUpdateOperand left, bool isSubtraction, CompiledUpdateOperand right) : CompiledUpdateOperand
{
    public CompiledUpdateOperand Left => left;

    public CompiledUpdateOperand Right => right;

    public bool IsSubtraction => isSubtraction;

    public override void CheckNames(in BindingCheck check)
    {
        left.CheckNames(check);
        right.CheckNames(check);
    }

    public override void Check(in BindingCheck check)
    {
        left.Check(check);
        right.Check(check);
        CheckNumber(check, left);
        CheckNumber(check, right);
    }

    public override AttributeType? GetStaticType(in BindingCheck check) => AttributeType.Number;

    public override AttributeType? GetType(ref EvaluationContext context)
    {
        var leftType = left.GetType(ref context);
        if (leftType is not (null or AttributeType.Number))
        {
            throw UpdateErrors.WrongType();
        }

        var rightType = right.GetType(ref context);
        if (rightType is not (null or AttributeType.Number))
        {
            throw UpdateErrors.WrongType();
        }

        return leftType is null ? null : rightType;
    }

    public override void Write(ref EvaluationContext context, ItemBuilder builder) => builder.WriteNumber(GetNumber(ref context));

    public override DynamoNumber GetNumber(ref EvaluationContext context)
    {
        var (first, second) = (left.GetNumber(ref context), right.GetNumber(ref context));
        return isSubtraction ? first - second : first + second;
    }

    public override void WriteElements(ref EvaluationContext context, ItemBuilder builder) => throw new System.Diagnostics.UnreachableException();

    private void CheckNumber(in BindingCheck check, CompiledUpdateOperand operand)
    {
        if (operand.GetStaticType(check) is { } type and not AttributeType.Number)
        {
            throw check.Invalid(ExpressionErrors.OperandType(isSubtraction ? "-" : "+", type.GetWireName()));
        }
    }
}
