using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Streams;

/// <summary>Keys and images of a stream record.</summary>
public sealed record StreamRecord
{
    /// <summary>When the write happened, in whole seconds.</summary>
    public DateTimeOffset ApproximateCreationDateTime { get; init; }

    /// <summary>The primary key of the item.</summary>
    public Item Keys { get; init; }

    /// <summary>The item after the write, where the view type asks for it.</summary>
    public Item? NewImage { get; init; }

    /// <summary>The item before the write, where the view type asks for it.</summary>
    public Item? OldImage { get; init; }

    /// <summary>21 to 40 digits; grows within a shard.</summary>
    public required string SequenceNumber { get; init; }

    /// <summary>The size of the record's images and keys, at least 1.</summary>
    public long SizeBytes { get; init; }

    /// <summary>What the record holds.</summary>
    public required StreamViewType StreamViewType { get; init; }
}
