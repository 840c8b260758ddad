using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary><c>DELETE</c>: takes elements out of a set. A set without elements does not exist, so the last one takes the attribute along.</summary>
internal sealed class CompiledDelete(CompiledPath path, int slot, string typeMismatch = UpdateErrors.WrongOperandType) : CompiledAction(path)
{
    public override void Check(in BindingCheck check)
    {
        var type = check.UseValue(slot).Type;
        if (type is not (AttributeType.NumberSet or AttributeType.StringSet or AttributeType.BinarySet))
        {
            throw check.Invalid(ExpressionErrors.ActionOperandType("DELETE", type));
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

    public override bool Keeps(ref EvaluationContext context, bool exists, AttributeValueSpan current)
    {
        if (!exists)
        {
            return false;
        }

        var removed = context.Values[slot].Span;
        for (var i = 0; i < current.Count; i++)
        {
            if (!removed.SetContains(current[i]))
            {
                return true;
            }
        }

        return false;
    }

    public override void Write(ref EvaluationContext context, bool exists, AttributeValueSpan current, ItemBuilder builder)
        => SetWriter.WriteDifference(current, context.Values[slot].Span, builder);
}
