namespace EFCore.Dynamo.Operations;

/// <summary>What one operation consumed of one table, and of its indexes when <see cref="ReturnConsumedCapacity.Indexes" /> was asked for.</summary>
public sealed record ConsumedCapacity
{
    /// <summary>The table's name.</summary>
    public required string TableName { get; init; }

    /// <summary>All units of the table and its indexes.</summary>
    public required double CapacityUnits { get; init; }

    /// <summary>The read share; reported by transactions only.</summary>
    public double? ReadCapacityUnits { get; init; }

    /// <summary>The write share; reported by transactions only.</summary>
    public double? WriteCapacityUnits { get; init; }

    /// <summary>The base table's share.</summary>
    public Capacity? Table { get; init; }

    /// <summary>By index name, the share of each local secondary index.</summary>
    public IReadOnlyDictionary<string, Capacity>? LocalSecondaryIndexes { get; init; }

    /// <summary>By index name, the share of each global secondary index.</summary>
    public IReadOnlyDictionary<string, Capacity>? GlobalSecondaryIndexes { get; init; }
}
