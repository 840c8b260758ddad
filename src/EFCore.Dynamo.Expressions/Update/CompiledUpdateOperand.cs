using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary>A right-hand side of a <c>SET</c> action. It is evaluated twice: once for its type, before anything is decided, and once to write it.</summary>
internal abstract class CompiledUpdateOperand
{
    /// <summary>Checks that the names of all paths are defined.</summary>
    public abstract void CheckNames(in BindingCheck check);

    /// <summary>Checks values, operand counts and types that are known without an item.</summary>
    public abstract void Check(in BindingCheck check);

    /// <summary>The type that is known without an item; null for what depends on one.</summary>
    public abstract AttributeType? GetStaticType(in BindingCheck check);

    /// <summary>The type of the value for the item; null where the item lacks an attribute.</summary>
    /// <exception cref="DynamoValidationException">An operand has the wrong type.</exception>
    public abstract AttributeType? GetType(ref EvaluationContext context);

    /// <summary>Writes the value; only after <see cref="GetType(ref EvaluationContext)" /> found one.</summary>
    public abstract void Write(ref EvaluationContext context, ItemBuilder builder);

    /// <summary>The value as a number, which <see cref="GetType(ref EvaluationContext)" /> found it to be.</summary>
    public abstract DynamoNumber GetNumber(ref EvaluationContext context);

    /// <summary>Writes the elements of the list that <see cref="GetType(ref EvaluationContext)" /> found the value to be.</summary>
    public abstract void WriteElements(ref EvaluationContext context, ItemBuilder builder);

    /// <summary>Writes the elements of a list into the one that is open.</summary>
    internal static void WriteElements(AttributeValueSpan list, ItemBuilder builder)
    {
        for (var i = 0; i < list.Count; i++)
        {
            builder.WriteValue(list[i]);
        }
    }
}
