namespace EFCore.Dynamo.Metadata;

/// <summary>The names under which the model keeps this provider's configuration, and, at run time, what is computed from it.</summary>
internal static class DynamoAnnotationNames
{
    public const string Prefix = "Dynamo:";
    public const string TableName = Prefix + nameof(TableName);
    public const string PartitionKey = Prefix + nameof(PartitionKey);
    public const string SortKey = Prefix + nameof(SortKey);
    public const string SecondaryIndexes = Prefix + nameof(SecondaryIndexes);
    public const string TimeToLive = Prefix + nameof(TimeToLive);
    public const string AttributeName = Prefix + nameof(AttributeName);

    /// <summary>The shadow property that holds the position of an owned type in its list.</summary>
    public const string OrdinalPropertyName = "__ordinal";

    public const string KeyLayout = Prefix + nameof(KeyLayout);
    public const string SecondaryIndexLayouts = Prefix + nameof(SecondaryIndexLayouts);
    public const string TableLayouts = Prefix + nameof(TableLayouts);
}
