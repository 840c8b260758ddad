namespace EFCore.Dynamo.Properties;

/// <summary>The texts of model, options and storage: what is wrong, where, and the call that fixes it.</summary>
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
        = "The connection string names no database. Add \"Data Source=DIRECTORY\" for the embedded engine (\"Data Source=:memory:\" for a test), "
            + "\"Region=NAME\" for AWS, or \"Service Url=ADDRESS\" for another service with DynamoDB's API.";

    public static string ConnectionStringMalformed(string reason)
        => $"The connection string is not a list of KEYWORD=VALUE pairs separated by semicolons: {reason}";

    public static string ConnectionStringKeywordUnknown(string keyword, string known)
        => $"The connection string has the unknown keyword '{keyword}'. Known keywords are: {known}.";

    public static string ConnectionStringValueInvalid(string keyword, string value, string expected)
        => $"The connection string's '{keyword}' is '{value}', but must be {expected}.";

    public static string ConnectionStringNamesTwoDatabases(string keyword)
        => $"The connection string names an embedded database with 'Data Source' and a remote one with '{keyword}'. Remove one of them.";

    public static string ConnectionStringKeywordOfTheEngine(string keyword)
        => $"The connection string's '{keyword}' belongs to the embedded engine and means nothing to a remote service. Remove it, or use \"Data "
            + "Source=DIRECTORY\".";

    public static string ConnectionStringKeywordNeeds(string keyword, string needed)
        => $"The connection string has '{keyword}' but not '{needed}'. They come together.";

    public static string ConnectionStringKeywordsExclude(string keyword, string other)
        => $"The connection string has both '{keyword}' and '{other}', which are two ways to name credentials. Remove one of them.";

    public const string OwnershipWithoutNavigation
        = "An owned type without a navigation from its owner has no attribute. Use OwnsOne or OwnsMany with a navigation property before HasAttributeName.";

    public const string UnknownProjectionType = "The projection type must be All, KeysOnly or Include.";

    /// <summary>A log message: <c>entityType</c> is filled in by the logger.</summary>
    public const string PrimaryKeyNotIndexed
        = "The primary key of the entity type '{entityType}' does not give the key of its item, and no global secondary index has it as partition key, so "
            + "Find and "
            + "lookups by it alone need a scan. Leave HasKey out, or call HasGlobalSecondaryIndex with the primary key's property as partition key.";

    /// <summary>A log message: <c>calls</c> is filled in by the logger.</summary>
    public const string ConfigurationIgnored
        = "The model has configuration for another kind of database that DynamoDB has nothing for, and that is ignored: {calls}. "
            + "Do it in the application, or remove the calls; ConfigureWarnings with DynamoEventId.ConfigurationIgnored turns this warning off, or into an "
            + "error.";

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
            + "Call HasProjection(ProjectionType.Include, …) with the properties, or HasProjection(ProjectionType.All) or "
            + "HasProjection(ProjectionType.KeysOnly) without.";

    public static string NotAProperty(string entityType, string lambda)
        => $"'{lambda}' does not name a property of the entity type '{entityType}'. Write a lambda such as x => x.Name.";

    public static string NestedTypeHasNoKey(string entityType)
        => $"The entity type '{entityType}' is owned: it is a part of its owner's item and has no key in a table. Ask its owner.";

    public static string NoKey(string entityType)
        => $"The entity type '{entityType}' has no key, so its items cannot be addressed. Give it a property 'Id', call HasKey or HasPartitionKey, "
            + "or make it a part of another entity type with ComplexProperty, OwnsOne or OwnsMany.";

    public static string SortKeyWithoutPartitionKey(string entityType)
        => $"The entity type '{entityType}' has a sort key but no partition key. Call HasPartitionKey as well.";

    public static string KeyOfManyProperties(string entityType, string properties)
        => $"The key of the entity type '{entityType}' has more than two properties ({properties}), but an item's key has a partition key and at most one "
            + "sort key. Say what they are made of with HasPartitionKey and HasSortKey, for example HasSortKey(x => $\"{x.First}#{x.Second}\").";

    public static string UnknownIncludedProperty(string entityType, string index, string property)
        => $"The index '{index}' of the entity type '{entityType}' includes '{property}', which is no mapped property. Name a property of the entity type "
            + "in HasProjection.";

    public static string PropertyTypeUnsupported(string entityType, string property, string type)
        => $"The property '{entityType}.{property}' has the type {type}, which has no attribute type in DynamoDB. Call HasConversion to a type that has, "
            + "map it with ComplexProperty, OwnsOne or OwnsMany, or call Ignore.";

    public const string ConvertedToNull
        = "Its value converter makes null of the stored value. Make the property nullable, or let the converter return a value for it.";

    public static string ConverterConvertsNulls(string entityType, string property)
        => $"The value converter of '{entityType}.{property}' converts nulls, but to DynamoDB a null is an absent attribute that is never converted. "
            + "Leave convertsNulls out of the converter, or make the property one that is not null.";

    public const string TransactionsNotSupported
        = "DynamoDB has no transaction that stays open between requests, so BeginTransaction, CommitTransaction and RollbackTransaction are not supported. "
            + "SaveChanges is atomic by itself: make all changes first, then call it once (up to 100 items).";

    public static string DatabaseOpenWithOtherSettings(string current, string wanted)
        => $"The database is open in this process with the connection string \"{current}\", so it cannot be opened with \"{wanted}\": "
            + "Durability, Max Map Size and Dialect must be the same. Use one connection string, or call EmbeddedDynamo.CloseIdleDatabases() when no "
            + "context uses the first.";

    public static string TableDiffers(string table, string difference)
        => $"The table '{table}' exists, but does not fit the model: {difference}. EnsureCreated does not change tables. "
            + "Delete the table (EnsureDeleted deletes all tables of the model with their items), or change the model.";

    public static string NotOnRoot(string entityType, string root, string call)
        => $"{call} is called on the entity type '{entityType}', which derives from '{root}': the items of a hierarchy share table and keys. "
            + $"Call {call} on '{root}'.";

    public static string TableMissing(string? tableName)
        => $"The table '{tableName}' does not exist. Create the model's tables with Database.EnsureCreated() or EnsureCreatedAsync(), "
            + "or check ToDynamoTable and the connection string: another data directory or Table Prefix has other tables.";

    public static string NotDynamo(string? provider)
        => $"The context uses the provider '{provider}' and has no DynamoDB client. Call UseDynamo in its options.";

    public static string SetAsPrimitiveCollection(string entityType, string property)
        => $"The property '{entityType}.{property}' is a set, and EF takes primitive collections for lists. Remove the call of PrimitiveCollection for it; "
            + "a set is mapped without, or with Property.";

    public static string NumberNotGenerated(string entityType, string property)
        => $"The property '{entityType}.{property}' is a number that gets its value on add, but DynamoDB generates no numbers. "
            + "Set it before Add and call ValueGeneratedNever(), name a generator with HasValueGenerator, or use a Guid.";

    public static string TimeToLiveUnknown(string entityType, string property)
        => $"The time to live of the entity type '{entityType}' is '{property}', which is no mapped property. Name a property of the entity type in "
            + "HasTimeToLive.";

    public static string TimeToLiveNotATime(string entityType, string property, string type)
        => $"The time to live of the entity type '{entityType}' is '{property}' of the type {type}, but DynamoDB needs a number of epoch seconds. "
            + "Use a DateTime, DateTimeOffset or long property in HasTimeToLive.";

    public static string TimeToLiveDiffers(string tableName, string attributes)
        => $"The entity types in the table '{tableName}' have their times to live in different attributes ({attributes}), but a table has one. "
            + "Give the properties one name with HasAttributeName.";

    public static string KeyNotSortable(string entityType, string property, string type)
        => $"'{entityType}.{property}' of the type {type} is part of a key, but a key attribute is a string, a number or binary. "
            + "Call HasConversion<string>() or HasConversion<int>() on the property, or use another one.";

    public static string KeyHoleWithoutText(string entityType, string template, string member, string type)
        => $"The key template \"{template}\" of the entity type '{entityType}' holds '{member}' of the type {type}, which has no text. "
            + "Use a string, number, date, Guid or enum, or give the property a value converter to one with HasConversion.";

    public static string KeyConstantIsAPropertyName(string entityType, string name, string call)
        => $"The key of the entity type '{entityType}' is the constant \"{name}\", which is also the name of a property. "
            + $"Write {call}(\"{{{name}}}\") or {call}(x => x.{name}) for the property's value.";

    public static string KeyHoleNullable(string entityType, string template, string member)
        => $"The key template \"{template}\" of the entity type '{entityType}' holds '{member}', which may be null, but an item must have a key. "
            + "Call IsRequired() on the property, or leave it out of the key.";

    public static string KeysShareAttribute(string entityType, string attribute)
        => $"Partition key and sort key of the entity type '{entityType}' are the same attribute '{attribute}'. "
            + "Give one of them another property, or an attribute name of its own in HasSortKey.";

    public static string IndexWithoutPartitionKey(string entityType, string index)
        => $"The global secondary index '{index}' of the entity type '{entityType}' has no partition key. Call HasPartitionKey on it.";

    public static string IndexWithTooManyKeys(string entityType, string index)
        => $"The global secondary index '{index}' of the entity type '{entityType}' has more than four partition key or sort key attributes. "
            + "Join some of them in one key template, such as x => $\"{x.First}#{x.Second}\".";

    public static string LocalIndexWithoutSortKey(string entityType, string index)
        => $"The local secondary index '{index}' of the entity type '{entityType}' has no sort key. Call HasSortKey on it.";

    public static string LocalIndexWithoutTableSortKey(string entityType, string index)
        => $"The entity type '{entityType}' has the local secondary index '{index}', but its table has no sort key, without which DynamoDB allows none. "
            + "Call HasSortKey on the entity type, or use HasGlobalSecondaryIndex.";

    public static string IndexKeysShareAttribute(string entityType, string index, string attribute)
        => $"The index '{index}' of the entity type '{entityType}' has the attribute '{attribute}' twice in its key. "
            + "Use another property, or give one of the keys an attribute name of its own.";

    public static string AttributeNameTooLong(string entityType, string property, int maxBytes)
        => $"The attribute name of '{entityType}.{property}' is longer than {maxBytes} bytes. Call HasAttributeName with a shorter one.";

    public static string AttributeNameTwice(string entityType, string first, string second, string name)
        => $"'{entityType}.{first}' and '{entityType}.{second}' are both the attribute '{name}'. Call HasAttributeName on one of them.";

    public static string KeyAttributeNameTooLong(string entityType, string name, int maxBytes)
        => $"The key attribute '{name}' of the entity type '{entityType}' has a name longer than {maxBytes} bytes. "
            + "Give it a shorter one in HasPartitionKey, HasSortKey or HasAttributeName.";

    public static string KeyAttributeNameIsAProperty(string entityType, string name, string template, string property)
        => $"The attribute '{name}' of the entity type '{entityType}' is to hold both the key \"{template}\" and the property '{property}'. "
            + "Give the key another attribute name in HasPartitionKey or HasSortKey, or call HasAttributeName on the property.";

    public static string KeyAttributeNameTwice(string entityType, string name, string first, string second)
        => $"The attribute '{name}' of the entity type '{entityType}' is to hold both the key \"{first}\" and the key \"{second}\". "
            + "Give one of them another attribute name in HasPartitionKey or HasSortKey.";

    public static string TableNameInvalid(string entityType, string table)
        => $"The entity type '{entityType}' is in the table '{table}', but a table name has 3 to 255 of the characters a-z, A-Z, 0-9, _, . and -. "
            + "Call ToDynamoTable with such a name.";

    public static string IndexNameInvalid(string entityType, string index)
        => $"The entity type '{entityType}' has the index '{index}', but an index name has 3 to 255 of the characters a-z, A-Z, 0-9, _, . and -. "
            + "Use such a name in HasGlobalSecondaryIndex or HasLocalSecondaryIndex.";

    public static string IndexIncludesTooMuch(string table, string index, int maxCount)
        => $"The index '{index}' of the table '{table}' includes more than {maxCount} attributes. Call HasProjection(ProjectionType.All), or include fewer.";

    public static string TableIncludesTooMuch(string table, int maxCount)
        => $"The indexes of the table '{table}' include more than {maxCount} attributes together. Call HasProjection(ProjectionType.All) on some of them, "
            + "or include fewer.";

    public static string TooManyIndexes(string table, int maxCount, string kind, string call)
        => $"The table '{table}' has more than {maxCount} {kind} secondary indexes, which is DynamoDB's limit. "
            + $"Let entity types of the table share indexes by using the same name in {call}, or use ToDynamoTable to move some to another table.";

    public static string SharedKeyDiffers(string table, string key, string call, string first, string firstKey, string second, string secondKey)
        => $"The entity types '{first}' and '{second}' share the table '{table}', but its {key} is {firstKey} for the one and {secondKey} for the other. "
            + $"Give both the same attribute in {call} (its second parameter is the attribute's name), or use another table in ToDynamoTable.";

    public static string SharedIndexDiffers(string table, string index, string first, string firstIndex, string second, string secondIndex)
        => $"The entity types '{first}' and '{second}' share the index '{index}' of the table '{table}', but it is ({firstIndex}) for the one "
            + $"and ({secondIndex}) for the other. Give both the same key attributes and projection, or use another index name.";

    public static string KeyAttributeTypesDiffer(string table, string attribute, string first, string second)
        => $"The attribute '{attribute}' is in several keys of the table '{table}', once as {first} and once as {second}. "
            + "Use one type, or give one of the keys another attribute name in HasPartitionKey or HasSortKey.";

    public static string NoDiscriminator(string table, string entityType)
        => $"The entity type '{entityType}' shares the table '{table}' with others, but nothing in its items says what they are. "
            + "Call HasDiscriminator with a value for it, or remove the call of HasNoDiscriminator.";

    public static string DiscriminatorsDiffer(string table, string first, string firstName, string second, string secondName)
        => $"The entity types '{first}' and '{second}' share the table '{table}', "
            + $"but their discriminators are the different attributes '{firstName}' and '{secondName}'. "
            + "Use one name in HasDiscriminator, or call HasAttributeName on the discriminator properties.";

    public static string DiscriminatorValueTwice(string table, string first, string second, object value)
        => $"The entity types '{first}' and '{second}' share the table '{table}' and the discriminator value '{value}'. Give one of them another value with "
            + "HasDiscriminator().HasValue.";
}
