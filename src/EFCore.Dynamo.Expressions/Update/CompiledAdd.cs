using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary><c>ADD</c>: the sum of numbers, the union of sets; an absent attribute becomes the operand.</summary>
/// <remarks>Legacy updates may also add lists, which appends; <see cref="Check" /> keeps them out of expressions.</remarks>
internal sealed class CompiledAdd(CompiledPath path, int slot, string typeMismatch = UpdateErrors.WrongOperandType) : CompiledAction(path)
{
    /// <summary>The slot of the operand.</summary>
    public int Slot => slot;

    public override void Check(in BindingCheck check)
    {
        var type = check.UseValue(slot).Type;
        if (type is not (AttributeType.Number or AttributeType.NumberSet or AttributeType.StringSet or AttributeType.BinarySet))
        {
            throw check.Invalid(ExpressionErrors.ActionOperandType("ADD", type));
        }
    }

    public override AttributeType? GetStaticType(in BindingCheck check) => check.UseValue(slot).Type;

    public override bool CheckTypes(ref EvaluationContext context)
    {
        if (Path.TryResolve(ref context, out var current) && current.Type != context.Values[slot].Type)
        {
            throw new DynamoValidationException(typeMismatch);
        }

        return true;
    }

    public override bool Keeps(ref EvaluationContext context, bool exists, AttributeValueSpan current) => true;

    public override void Write(ref EvaluationContext context, bool exists, AttributeValueSpan current, ItemBuilder builder)
    {
        var operand = context.Values[slot].Span;
        if (!exists)
        {
            builder.WriteValue(operand);
        }
        else if (operand.Type == AttributeType.Number)
        {
            builder.WriteNumber(current.GetNumber() + operand.GetNumber());
        }
        else if (operand.Type == AttributeType.List)
        {
            WriteAppended(current, operand, builder);
        }
        else
        {
            SetWriter.WriteUnion(current, operand, builder);
        }
    }

    private static void WriteAppended(AttributeValueSpan list, AttributeValueSpan more, ItemBuilder builder)
    {
        builder.BeginList();
        CompiledUpdateOperand.WriteElements(list, builder);
        CompiledUpdateOperand.WriteElements(more, builder);
        builder.EndList();
    }
}
