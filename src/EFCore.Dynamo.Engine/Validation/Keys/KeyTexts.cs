using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation.Keys;

/// <summary>The service's texts about primary and index keys.</summary>
internal static class KeyTexts
{
    public const string KeyDoesNotMatchSchema = "The provided key element does not match the schema";

    // The missing blank before 2048 is the service's.
    public const string PartitionKeyTooLong = "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes";

    public const string SortKeyTooLong =
        "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes";
    public const string UpdatedIndexKeyTooLong = "The update expression attempted to update the secondary index key beyond allowed size limits";

    /// <summary>Of an update whose expression alone does not tell the type.</summary>
    public const string UpdatedIndexKeyType = "The update expression attempted to update the secondary index key to unsupported type";

    public static string MissingKey(string attributeName)
        => $"One or more parameter values were invalid: Missing the key {attributeName} in the item";

    public static string TypeMismatch(SchemaAttribute key, AttributeType actual)
        => $"One or more parameter values were invalid: Type mismatch for key {key.Text} expected: {key.Type.GetWireName()} actual: {actual.GetWireName()}";

    public static string EmptyKey(SchemaAttribute key)
        => $"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {KindOf(key.Type)} value. Key: {key.Text}";

    public static string IndexTypeMismatch(SchemaAttribute key, AttributeType actual, string indexName)
        => $"One or more parameter values were invalid: Type mismatch for Index Key {key.Text} Expected: {key.Type.GetWireName()} "
        + $"Actual: {actual.GetWireName()} IndexName: {indexName}";

    public static string EmptyIndexKey(SchemaAttribute key, string indexName)
        => "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
        + $"The AttributeValue for a key attribute cannot contain an empty {KindOf(key.Type)} value. IndexName: {indexName}, IndexKey: {key.Text}";

    /// <summary>The same for an update, which the service reports without naming the index.</summary>
    public static string EmptyUpdatedIndexKey(SchemaAttribute key)
        => "One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. "
        + $"The AttributeValue for a key attribute cannot contain an empty {KindOf(key.Type)} value.";

    private static string KindOf(AttributeType type) => type == AttributeType.Binary ? "binary" : "string";
}
