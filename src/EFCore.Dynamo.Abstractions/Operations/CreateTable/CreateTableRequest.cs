using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>Creates a table.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</see>.</remarks>
public sealed record CreateTableRequest : DynamoRequest
{
    /// <summary>The name of the table, 3 to 255 characters of <c>[A-Za-z0-9_.-]</c>.</summary>
    public string? TableName { get; init; }

    /// <summary>The types of all key attributes of table and indexes, no others.</summary>
    public IReadOnlyList<AttributeDefinition>? AttributeDefinitions { get; init; }

    /// <summary>The partition key, then the sort key if there is one.</summary>
    public IReadOnlyList<KeySchemaElement>? KeySchema { get; init; }

    /// <summary>At most 5.</summary>
    public IReadOnlyList<LocalSecondaryIndex>? LocalSecondaryIndexes { get; init; }

    /// <summary>At most 20.</summary>
    public IReadOnlyList<GlobalSecondaryIndex>? GlobalSecondaryIndexes { get; init; }

    /// <summary>Null means <see cref="BillingMode.Provisioned" />, as the service has it.</summary>
    public BillingMode? BillingMode { get; init; }

    /// <summary>Required with <see cref="BillingMode.Provisioned" />, not allowed otherwise.</summary>
    public ProvisionedThroughput? ProvisionedThroughput { get; init; }

    /// <summary>Null means no stream.</summary>
    public StreamSpecification? StreamSpecification { get; init; }

    /// <summary>Null means a key of the service.</summary>
    public SseSpecification? SseSpecification { get; init; }

    /// <summary>At most 50.</summary>
    public IReadOnlyList<Tag>? Tags { get; init; }

    /// <summary>Null means <see cref="TableClass.Standard" />.</summary>
    public TableClass? TableClass { get; init; }

    /// <summary>Whether DeleteTable is refused; null means false.</summary>
    public bool? DeletionProtectionEnabled { get; init; }

    /// <summary>Null means the service's start.</summary>
    public WarmThroughput? WarmThroughput { get; init; }

    /// <summary>The policy document, JSON of at most 20 KB; null means none.</summary>
    public string? ResourcePolicy { get; init; }

    /// <summary>Only with <see cref="BillingMode.PayPerRequest" />; null means no maximum.</summary>
    public OnDemandThroughput? OnDemandThroughput { get; init; }
}
