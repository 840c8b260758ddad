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

    /// <summary>
    ///     The shadow property that holds the position of an owned type in its list; where the class has a member of this name, it is the other one.
    /// </summary>
    /// <remarks>
    ///     It has the name that EF gives it elsewhere, so that models say <c>HasKey("Id")</c> and seed data <c>Id = 1</c> as they do for other databases.
    /// </remarks>
    public const string OrdinalPropertyName = "Id";

    /// <inheritdoc cref="OrdinalPropertyName" />
    public const string OtherOrdinalPropertyName = "__ordinal";

    public const string KeyLayout = Prefix + nameof(KeyLayout);
    public const string SecondaryIndexLayouts = Prefix + nameof(SecondaryIndexLayouts);
    public const string TableLayouts = Prefix + nameof(TableLayouts);
}
