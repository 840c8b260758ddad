using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>One write of a batch: exactly one of the two is set.</summary>
public sealed record WriteRequest
{
    /// <summary>The item to put.</summary>
    public Item? PutItem { get; init; }

    /// <summary>The primary key of the item to delete.</summary>
    public Item? DeleteKey { get; init; }
}
