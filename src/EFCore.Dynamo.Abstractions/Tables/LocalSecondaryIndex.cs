namespace EFCore.Dynamo.Tables;

/// <summary>An index with the table's partition key and another sort key.</summary>
public sealed record LocalSecondaryIndex(string IndexName, IReadOnlyList<KeySchemaElement> KeySchema, Projection Projection);
