using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary><c>begins_with</c> of two strings or two binaries.</summary>
internal sealed class CompiledBeginsWith(CompiledOperand operand, CompiledOperand prefix) : CompiledCondition
{
    private const string Name = "begins_with";

    public override void Check(in BindingCheck check)
    {
        operand.Check(check);
        prefix.Check(check);
        CheckDistinct(check, Name, operand, prefix);
        CheckType(check, operand);
        CheckType(check, prefix);
    }

    public override bool Evaluate(ref EvaluationContext context)
    {
        if (!operand.TryEvaluate(ref context, 0, out var value) || !prefix.TryEvaluate(ref context, 1, out var start) || value.Type != start.Type)
        {
            return false;
        }

        return value.Type switch
        {
            AttributeType.String => value.GetUtf8String().StartsWith(start.GetUtf8String()),
            AttributeType.Binary => value.GetBinary().StartsWith(start.GetBinary()),
            _ => false,
        };
    }

    private static void CheckType(in BindingCheck check, CompiledOperand operand)
    {
        if (operand.GetStaticType(check) is { } type and not (AttributeType.String or AttributeType.Binary))
        {
            throw check.Invalid(ExpressionErrors.OperandType(Name, type.GetWireName()));
        }
    }
}
