using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Engine.Validation.Tables;

/// <summary>The service's texts for CreateTable.</summary>
internal static class CreateTableTexts
{
    public const string ThroughputWithOnDemand =
        "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST";

    public const string ThroughputRequired =
        "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED";

    public const string FirstKeyIsNotPartitionKey = "Invalid KeySchema: The first KeySchemaElement is not a HASH key type";
    public const string SecondKeyIsNotSortKey = "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type";
    public const string KeysHaveSameName = "Both the Hash Key and the Range Key element in the KeySchema have the same name";
    public const string KeyWithoutDefinition = "Invalid KeySchema: Some index key attribute have no definition";
    public const string LocalIndexListEmpty = Invalid + "List of LocalSecondaryIndexes is empty";
    public const string GlobalIndexListEmpty = Invalid + "List of GlobalSecondaryIndexes is empty";

    public const string LocalIndexNeedsSortKey =
        Invalid + "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex";

    public const string TooManyLocalIndexes = Invalid + "Number of LocalSecondaryIndexes exceeds per-table limit of 5";
    public const string TooManyGlobalIndexes = Invalid + "GlobalSecondaryIndex count exceeds the per-table limit of 20";

    public const string AttributeCountMismatch =
        Invalid + "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions";

    public const string NonKeyAttributesMissing = Invalid + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified";
    public const string TooManyProjectedAttributes = Invalid + "Number of NonKeyAttributes exceeds per-table limit of 100";
    public const string TooManyPartitionKeys = "Invalid KeySchema: The KeySchema exceeds the maximum allowed number of HASH key attributes";
    public const string TooManySortKeys = "Invalid KeySchema: The KeySchema exceeds the maximum allowed number of RANGE key attributes";
    public const string PartitionKeysMustComeFirst = "Invalid KeySchema: All HASH key attributes must precede RANGE key attributes in the KeySchema";
    public const string TooManyTables = "Subscriber limit exceeded: There is a limit of 2500 tables per subscriber";

    private const string Invalid = "One or more parameter values were invalid: ";

    public const string UnknownProjection = Invalid + "Unknown ProjectionType: null";

    public static string TableExists(string name) => $"Table already exists: {name}";

    public static string DuplicateAttribute(string name) => Invalid + $"Duplicate AttributeName in AttributeDefinitions: {name}";

    // That one is refused is known; the text follows that of AttributeDefinitions.
    public static string DuplicateNonKeyAttribute(string name) => Invalid + $"Duplicate attribute name in NonKeyAttributes: {name}";

    public static string DuplicateIndex(string name) => Invalid + $"Duplicate index name: {name}";

    public static string KeysNotDefined(string keys, string definitions)
        => Invalid + $"Some index key attributes are not defined in AttributeDefinitions. Keys: [{keys}], AttributeDefinitions: [{definitions}]";

    public static string DefinitionsNotUsed(string definitions, string used)
        => Invalid + $"Some AttributeDefinitions are not used. AttributeDefinitions: [{definitions}], keys used: [{used}]";

    public static string LocalIndexHasNoSortKey(string index) => Invalid + $"Index KeySchema does not have a range key for index: {index}";

    public static string LocalIndexHasOtherPartitionKey(string index, string indexKey, string tableKey)
        => Invalid
            + $"Index KeySchema does not have the same leading hash key as table KeySchema for index: {index}. "
            + $"index hash key: {indexKey}, table hash key: {tableKey}";

    public static string NonKeyAttributesNotAllowed(ProjectionType projection)
        => Invalid + $"ProjectionType is {WireEnums.ProjectionType.GetText(projection)}, but NonKeyAttributes is specified";

    public static string IndexThroughputWithOnDemand(string index)
        => Invalid + $"ProvisionedThroughput should not be specified for index: {index} when BillingMode is PAY_PER_REQUEST";

    public static string IndexThroughputRequired(string index) => Invalid + $"ProvisionedThroughput must be specified for index: {index}";
}
