namespace EFCore.Dynamo.Tables;

/// <summary>A global secondary index as DescribeTable shows it.</summary>
public sealed record GlobalSecondaryIndexDescription(
    string IndexName,
    IReadOnlyList<KeySchemaElement> KeySchema,
    Projection Projection,
    IndexStatus IndexStatus,
    ProvisionedThroughput ProvisionedThroughput,
    long IndexSizeBytes,
    long ItemCount,
    string IndexArn);
