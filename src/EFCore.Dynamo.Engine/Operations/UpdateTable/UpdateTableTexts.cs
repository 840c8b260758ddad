using System.Globalization;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Engine.Operations.UpdateTable;

/// <summary>The service's texts for UpdateTable.</summary>
internal static class UpdateTableTexts
{
    public const string NothingToUpdate =
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is "
            + "required";

    public const string IndexUpdateEmpty =
        Invalid + "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null";

    public const string IndexUpdateAmbiguous =
        Invalid + "Only one of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must be specified";

    public const string OneIndexAtATime = "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table";
    public const string IndexExists = "Attempting to create an index which already exists";
    public const string ThroughputRequired = Invalid + "ProvisionedThroughput must be specified when BillingMode is PROVISIONED";
    public const string AlreadyEncryptedByKey = Invalid + "Table is already encrypted by given KMSMasterKey";
    public const string AlreadyEncryptedByDefault = Invalid + "Table is already encrypted by default";

    private const string Invalid = "One or more parameter values were invalid: ";

    // As in "Monday, October 10, 2022 at 1:00:19 PM Coordinated Universal Time".
    private const string TimeFormat = "dddd, MMMM d, yyyy 'at' h:mm:ss tt 'Coordinated Universal Time'";

    public static string SameIndexTwice(string index)
        => Invalid + $"Only one global secondary index update per index is allowed simultaneously. Index: {index}";

    /// <param name="target"><c>table</c>, or <c>index</c>.</param>
    /// <param name="name">Empty for the table, else the index with a blank in front.</param>
    public static string ThroughputWillNotChange(string target, string name, ProvisionedThroughput current, ProvisionedThroughput requested)
        => $"The provisioned throughput for the {target}{name} will not change. The requested value equals the current value. "
        + $"Current ReadCapacityUnits provisioned for the {target}: {current.ReadCapacityUnits}. Requested ReadCapacityUnits: {requested.ReadCapacityUnits}. "
        + $"Current WriteCapacityUnits provisioned for the {target}: {current.WriteCapacityUnits}. "
            + $"Requested WriteCapacityUnits: {requested.WriteCapacityUnits}. "
        + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.";

    public static string TooManyDecreases(int count, DateTimeOffset last, DateTimeOffset next)
        => "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. After the first 4 decreases, "
        + "each subsequent decrease in the same UTC day can be performed at most once every 3600 seconds. "
        + $"Number of decreases today: {count}. Last decrease at {Format(last)}. Next decrease can be made at {Format(next)}";

    public static string TooManyOnDemandSwitches(DateTimeOffset last, DateTimeOffset next)
        => $"Subscriber limit exceeded: Update to PayPerRequest mode are limited to 4 times in 1 day(s). Last update at {Format(last)}. Next update can be "
            + $"made at {Format(next)}";

    public static string TooManyEncryptionChanges(DateTimeOffset now, int count)
        => $"Subscriber limit exceeded: Encryption mode changes are limited in the 24h window ending at {now.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}. "
        + $"After the first 4 change, each subsequent change in the same window can be performed at most once every 21600 seconds. "
            + $"Number of updates today: {count}";

    /// <param name="existing">The key that has the attribute.</param>
    /// <param name="existingTypes">The table's definitions.</param>
    /// <param name="created">The new index's key.</param>
    /// <param name="createdTypes">The request's definitions.</param>
    public static string AttributesRedefined(
        IEnumerable<KeySchemaElement> existing,
        IEnumerable<AttributeDefinition> existingTypes,
        IEnumerable<KeySchemaElement> created,
        IEnumerable<AttributeDefinition> createdTypes)
        => "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
        + $"Existing schema: {Describe(existing, existingTypes)} New schema: {Describe(created, createdTypes)}";

    private static string Describe(IEnumerable<KeySchemaElement> schema, IEnumerable<AttributeDefinition> definitions)
    {
        var types = definitions.ToDictionary(
            static definition => definition.AttributeName, static definition => definition.AttributeType.GetWireName(), StringComparer.Ordinal);
        var elements = schema.Select(element =>
            $"SchemaElement: key{{{element.AttributeName}:{types[element.AttributeName]}:{WireEnums.KeyType.GetText(element.KeyType)}}}");
        return $"Schema:[{string.Join(", ", elements)}]";
    }

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
