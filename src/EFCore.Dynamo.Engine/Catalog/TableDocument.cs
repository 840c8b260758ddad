using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>A table as the catalog stores it: JSON, so that a later version can add members.</summary>
/// <param name="Id">Unique in the data file, never reused: the prefix of the table's items.</param>
/// <param name="Version">Grows with each change of the table; writes compare it inside their transaction.</param>
/// <param name="Name">The table's name.</param>
/// <param name="TableId">The service's <c>TableId</c>.</param>
/// <param name="CreationDateTime">When CreateTable was called.</param>
/// <param name="AttributeDefinitions">Types of all key attributes.</param>
/// <param name="KeySchema">The primary key.</param>
/// <param name="Indexes">Local secondary indexes first.</param>
/// <param name="BillingMode">How capacity is paid for.</param>
/// <param name="Throughput">Null with on-demand billing.</param>
internal sealed record TableDocument(
    uint Id,
    int Version,
    string Name,
    Guid TableId,
    DateTimeOffset CreationDateTime,
    IReadOnlyList<AttributeDefinition> AttributeDefinitions,
    IReadOnlyList<KeySchemaElement> KeySchema,
    IReadOnlyList<IndexDocument> Indexes,
    BillingMode BillingMode,
    ProvisionedThroughput? Throughput);
