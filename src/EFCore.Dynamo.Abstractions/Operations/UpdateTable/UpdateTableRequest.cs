using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>Changes throughput, billing mode, one global secondary index, the stream, encryption, class or deletion protection of a table.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html">UpdateTable</see>.</remarks>
public sealed record UpdateTableRequest : DynamoRequest
{
    /// <summary>The name of the table, 3 to 255 characters of <c>[A-Za-z0-9_.-]</c>, or its Amazon resource name.</summary>
    public string? TableName { get; init; }

    /// <summary>The types of the key attributes of new indexes; those of the table may be repeated.</summary>
    public IReadOnlyList<AttributeDefinition>? AttributeDefinitions { get; init; }

    /// <summary>Null leaves it.</summary>
    public BillingMode? BillingMode { get; init; }

    /// <summary>Null leaves it; required when the billing mode becomes provisioned.</summary>
    public ProvisionedThroughput? ProvisionedThroughput { get; init; }

    /// <summary>At most one creation or deletion; any number of throughput updates.</summary>
    public IReadOnlyList<GlobalSecondaryIndexUpdate>? GlobalSecondaryIndexUpdates { get; init; }

    /// <summary>Null leaves the stream.</summary>
    public StreamSpecification? StreamSpecification { get; init; }

    /// <summary>Null leaves encryption.</summary>
    public SseSpecification? SseSpecification { get; init; }

    /// <summary>Null leaves it.</summary>
    public TableClass? TableClass { get; init; }

    /// <summary>Null leaves it.</summary>
    public bool? DeletionProtectionEnabled { get; init; }

    /// <summary>Null leaves it.</summary>
    public OnDemandThroughput? OnDemandThroughput { get; init; }

    /// <summary>Null leaves it.</summary>
    public WarmThroughput? WarmThroughput { get; init; }
}
