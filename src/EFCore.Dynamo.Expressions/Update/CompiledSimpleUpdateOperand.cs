using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary>A path or a value.</summary>
internal sealed class CompiledSimpleUpdateOperand(CompiledOperand operand) : CompiledUpdateOperand
{
    public CompiledPath? Path => operand.Path;

    /// <summary>The slot of the value, when the operand is one.</summary>
    public int? Slot => (operand as CompiledValueOperand)?.Slot;

    public override void CheckNames(in BindingCheck check)
    {
        if (operand.Path is { } path)
        {
            check.UseNames(path);
        }
    }

    public override void Check(in BindingCheck check) => operand.Check(check);

    public override AttributeType? GetStaticType(in BindingCheck check) => operand.GetStaticType(check);

    public override AttributeType? GetType(ref EvaluationContext context)
        => operand.TryEvaluate(ref context, 0, out var value) ? value.Type : null;

    public override void Write(ref EvaluationContext context, ItemBuilder builder) => builder.WriteValue(Evaluate(ref context));

    public override DynamoNumber GetNumber(ref EvaluationContext context) => Evaluate(ref context).GetNumber();

    public override void WriteElements(ref EvaluationContext context, ItemBuilder builder) => WriteElements(Evaluate(ref context), builder);

    private AttributeValueSpan Evaluate(ref EvaluationContext context)
        => operand.TryEvaluate(ref context, 0, out var value) ? value : throw new System.Diagnostics.UnreachableException();
}
