namespace EFCore.Dynamo.Tables;

/// <summary>A local secondary index as DescribeTable shows it.</summary>
public sealed record LocalSecondaryIndexDescription(
    string IndexName,
    IReadOnlyList<KeySchemaElement> KeySchema,
    Projection Projection,
    long IndexSizeBytes,
    long ItemCount,
    string IndexArn);
