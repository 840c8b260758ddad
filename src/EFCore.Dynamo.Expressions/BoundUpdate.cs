using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>An update with its placeholders resolved: applies to any number of items.</summary>
public sealed class BoundUpdate
{
    /// <summary>Checks that no key attribute of the table is changed.</summary>
    /// <exception cref="Errors.DynamoValidationException">One is.</exception>
    public void ThrowIfChangesKey(ReadOnlySpan<string> keyAttributeNames) => throw new System.Diagnostics.UnreachableException();

    /// <summary>Computes the item after the update. All right-hand sides and list indexes refer to the item before it.</summary>
    /// <param name="current">The item as it is; for one that does not exist yet, its key attributes alone.</param>
    /// <returns>The new item in memory of its own; the caller checks its size.</returns>
    /// <exception cref="Errors.DynamoValidationException">An operand or a path does not fit the item; nothing was changed.</exception>
    public Item Apply(ItemSpan current) => throw new System.Diagnostics.UnreachableException();

    /// <summary>What <c>UPDATED_OLD</c> and <c>UPDATED_NEW</c> return: the paths that the expression names, out of the old or new image.</summary>
    public Item ProjectTouchedPaths(ItemSpan image) => throw new System.Diagnostics.UnreachableException();
}
