using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary>One action of an update: what becomes of the value at a path.</summary>
internal abstract class CompiledAction(CompiledPath path)
{
    public CompiledPath Path => path;

    /// <summary>Checks that the names on the right-hand side are defined.</summary>
    public virtual void CheckNames(in BindingCheck check)
    {
    }

    /// <summary>Checks the right-hand side's values and types.</summary>
    public virtual void Check(in BindingCheck check)
    {
    }

    /// <summary>The type of the path's new value that is known without an item, or null; after <see cref="Check" />.</summary>
    public virtual AttributeType? GetStaticType(in BindingCheck check) => null;

    /// <summary>Checks the types of the item's values; reports whether all that is read is there.</summary>
    /// <exception cref="DynamoValidationException">A wrong type.</exception>
    public virtual bool CheckTypes(ref EvaluationContext context) => true;

    /// <summary>Whether the path has a value afterwards.</summary>
    /// <param name="exists">Whether it has one now.</param>
    public abstract bool Keeps(ref EvaluationContext context, bool exists, AttributeValueSpan current);

    /// <summary>Writes the path's new value; only where <see cref="Keeps" /> says that it has one.</summary>
    public abstract void Write(ref EvaluationContext context, bool exists, AttributeValueSpan current, ItemBuilder builder);
}
