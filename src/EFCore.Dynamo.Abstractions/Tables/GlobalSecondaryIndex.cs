namespace EFCore.Dynamo.Tables;

/// <summary>An index with its own partition key (one to four attributes) and sort key (none to four attributes).</summary>
public sealed record GlobalSecondaryIndex(
    string IndexName,
    IReadOnlyList<KeySchemaElement> KeySchema,
    Projection Projection,
    ProvisionedThroughput? ProvisionedThroughput = null,
    OnDemandThroughput? OnDemandThroughput = null,
    WarmThroughput? WarmThroughput = null);
