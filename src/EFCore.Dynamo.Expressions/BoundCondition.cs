using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>A condition with its placeholders resolved: ready to be evaluated against any number of items, by any number of threads.</summary>
public sealed class BoundCondition
{
    /// <summary>Whether the item satisfies the condition; an item that does not exist is the empty one. Allocates nothing.</summary>
    public bool Evaluate(ItemSpan item) => throw new System.Diagnostics.UnreachableException();

    /// <summary>Checks that no key attribute occurs: a Query's filter must not name the keys of what it reads.</summary>
    /// <exception cref="Errors.DynamoValidationException">One does.</exception>
    public void ThrowIfReferencesKey(ReadOnlySpan<string> keyAttributeNames) => throw new System.Diagnostics.UnreachableException();
}
