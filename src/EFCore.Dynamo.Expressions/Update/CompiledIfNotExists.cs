using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary><c>if_not_exists(path, operand)</c>: the path's value, or the operand's where there is none.</summary>
internal sealed class CompiledIfNotExists(CompiledUpdateOperand[] arguments) : CompiledUpdateOperand
{
    private const string Name = "if_not_exists";

    public ReadOnlySpan<CompiledUpdateOperand> Arguments => arguments;

    public override void CheckNames(in BindingCheck check)
    {
        foreach (var argument in arguments)
        {
            argument.CheckNames(check);
        }
    }

    public override void Check(in BindingCheck check)
    {
        foreach (var argument in arguments)
        {
            argument.Check(check);
        }

        if ((arguments[0] as CompiledSimpleUpdateOperand)?.Path is not { } path)
        {
            throw check.Invalid(ExpressionErrors.RequiresPath(Name));
        }

        if ((arguments[1] as CompiledSimpleUpdateOperand)?.Path is { } other && path.IsSameAs(other, check.Names))
        {
            throw check.Invalid(ExpressionErrors.SameOperand(Name, path.Describe(check.Names)));
        }
    }

    public override AttributeType? GetStaticType(in BindingCheck check) => null;

    public override AttributeType? GetType(ref EvaluationContext context) => arguments[0].GetType(ref context) ?? arguments[1].GetType(ref context);

    public override void Write(ref EvaluationContext context, ItemBuilder builder) => Choose(ref context).Write(ref context, builder);

    public override DynamoNumber GetNumber(ref EvaluationContext context) => Choose(ref context).GetNumber(ref context);

    public override void WriteElements(ref EvaluationContext context, ItemBuilder builder) => Choose(ref context).WriteElements(ref context, builder);

    private CompiledUpdateOperand Choose(ref EvaluationContext context) => arguments[arguments[0].GetType(ref context) is null ? 1 : 0];
}
