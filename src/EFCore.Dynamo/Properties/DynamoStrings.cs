namespace EFCore.Dynamo.Properties;

/// <summary>All texts of the provider: what is wrong, where, and the call that fixes it.</summary>
internal static class DynamoStrings
{
    public const string NoClient
        = "No DynamoDB is configured. Call UseDynamo with a connection string such as \"Data Source=shop.dynamo\", or with an IDynamoClient.";

    public const string UnknownScanBehavior = "The scan behavior must be Throw, Warn or Allow.";

    public const string MaxItemsReadNotPositive = "The largest number of items that a query may read must be 1 or more, or null for no limit.";

    public const string SingletonOptionChanged
        = "ScanBehavior, MaxItemsRead or ConsistentRead differ from those that the internal service provider was built with. "
            + "Use the same values in all contexts that share it, or remove the call of UseInternalServiceProvider.";

    public const string ConnectionStringWithoutDataSource
        = "The connection string names no database. Add \"Data Source=DIRECTORY\", or \"Data Source=:memory:\" for a test.";

    public static string ConnectionStringMalformed(string reason)
        => $"The connection string is not a list of KEYWORD=VALUE pairs separated by semicolons: {reason}";

    public static string ConnectionStringKeywordUnknown(string keyword, string known)
        => $"The connection string has the unknown keyword '{keyword}'. Known keywords are: {known}.";

    public static string ConnectionStringValueInvalid(string keyword, string value, string expected)
        => $"The connection string's '{keyword}' is '{value}', but must be {expected}.";

    public static string AwsNotInThisVersion(string keyword)
        => $"The connection string's '{keyword}' belongs to AWS DynamoDB and other remote endpoints, which this version of EFCore.Dynamo cannot reach: "
            + "it has the embedded engine only. Use \"Data Source=DIRECTORY\", or pass an IDynamoClient of your own to UseDynamo.";

    public const string OwnershipWithoutNavigation
        = "An owned type without a navigation from its owner has no attribute. Use OwnsOne or OwnsMany with a navigation property before HasAttributeName.";

    public const string UnknownProjectionType = "The projection type must be All, KeysOnly or Include.";

    public static string KeyTemplateInvalid(string entityType, string reason)
        => $"A key of the entity type '{entityType}' is not a key template. {reason}";

    public static string KeyTemplateUnknownMember(string entityType, string template, string member)
        => $"The key template \"{template}\" of the entity type '{entityType}' names '{member}', which is no mapped property. "
            + "Name a property of the entity type, or of one of its complex properties (\"{Address.City}\"), in HasPartitionKey or HasSortKey.";

    public static string IndexKindConflict(string entityType, string index)
        => $"The entity type '{entityType}' declares the index '{index}' both as global and as local. Give one of them another name in "
            + "HasGlobalSecondaryIndex or HasLocalSecondaryIndex.";

    public static string IndexProjectionMismatch(string entityType, string index)
        => $"The projection of the index '{index}' of the entity type '{entityType}' names properties without being Include, or is Include without naming any. "
            + "Call HasProjection(ProjectionType.Include, …) with the properties, or HasProjection(ProjectionType.All) or HasProjection(ProjectionType.KeysOnly) without.";

    public static string NotAProperty(string entityType, string lambda)
        => $"'{lambda}' does not name a property of the entity type '{entityType}'. Write a lambda such as x => x.Name.";

    public static string NestedTypeHasNoKey(string entityType)
        => $"The entity type '{entityType}' is owned: it is a part of its owner's item and has no key in a table. Ask its owner.";

    public static string NoKey(string entityType)
        => $"The entity type '{entityType}' has no key, so its items cannot be addressed. Give it a property 'Id', or call HasKey or HasPartitionKey.";

    public static string SortKeyWithoutPartitionKey(string entityType)
        => $"The entity type '{entityType}' has a sort key but no partition key. Call HasPartitionKey as well.";

    public static string KeyOfManyProperties(string entityType, string properties)
        => $"The key of the entity type '{entityType}' has more than two properties ({properties}), but an item's key has a partition key and at most one "
            + "sort key. Say what they are made of with HasPartitionKey and HasSortKey, for example HasSortKey(x => $\"{x.First}#{x.Second}\").";

    public static string UnknownIncludedProperty(string entityType, string index, string property)
        => $"The index '{index}' of the entity type '{entityType}' includes '{property}', which is no mapped property. Name a property of the entity type in HasProjection.";

    public static string PropertyTypeUnsupported(string entityType, string property, string type)
        => $"The property '{entityType}.{property}' has the type {type}, which has no attribute type in DynamoDB. Call HasConversion to a type that has, "
            + "map it with ComplexProperty, OwnsOne or OwnsMany, or call Ignore.";

    public const string TransactionsNotSupported
        = "DynamoDB has no transaction that stays open between requests, so BeginTransaction, CommitTransaction and RollbackTransaction are not supported. "
            + "SaveChanges is atomic by itself: make all changes first, then call it once (up to 100 items).";

    public static string DatabaseOpenWithOtherSettings(string current, string wanted)
        => $"The database is open in this process with the connection string \"{current}\", so it cannot be opened with \"{wanted}\": "
            + "Durability and Max Map Size must be the same. Use one connection string, or call EmbeddedDynamo.CloseIdleDatabases() when no context uses the first.";

    public static string TableDiffers(string table, string difference)
        => $"The table '{table}' exists, but does not fit the model: {difference}. EnsureCreated does not change tables. "
            + "Delete the table (EnsureDeleted deletes all tables of the model with their items), or change the model.";
}
