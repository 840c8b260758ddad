using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>A projection with its placeholders resolved: applies to any number of items, on any number of threads.</summary>
public sealed class BoundProjection
{
    /// <summary>The top-level attributes that the paths start at, without duplicates: what an index must project to serve the expression.</summary>
    public ReadOnlySpan<AttributeName> RootAttributes => throw new System.Diagnostics.UnreachableException();

    /// <summary>Copies the named paths: absent ones are left out, maps are pruned, lists keep the order of the chosen elements without gaps.</summary>
    public Item Apply(ItemSpan item) => throw new System.Diagnostics.UnreachableException();
}
