namespace EFCore.Dynamo.Properties;

/// <summary>The texts of the query pipeline: what cannot be done, and the way out.</summary>
internal static class QueryStrings
{
    public const string ContinuationMalformed
        =
            "The continuation string is damaged or was not made by ToPageAsync. Pass the Continuation of the previous page unchanged, or null for the first "
                + "page.";

    public const string ContinuationForeign
        = "The continuation string belongs to another query. Pass it to the query that returned it: same conditions, same order, same values.";

    public const string MaxItemsReadNotPositive = "MaxItemsRead must be 1 or more.";

    public const string NotADynamoQuery
        = "The query does not run on the DynamoDB provider. Call this method on a query over a DbSet of a context that is configured with UseDynamo.";

    public static string OperatorNotTranslated(string operatorName, string wayOut)
        => $"'{operatorName}' is not translated by this version of EFCore.Dynamo: {wayOut}";

    public static string GroupKeyNotTranslated(string typeName)
        => $"A GroupBy key of type '{typeName}' cannot be kept in a row: group by values that a property could have, or by an object of such values.";

    public const string JoinNotTranslated = "EFCore.Dynamo joins by equal keys, single ones or several in the same order on both sides.";

    public const string DefaultValueNotTranslated = "DefaultIfEmpty() has no value of its own in a query: give it one with ?? behind it.";

    public const string SelectManyNotTranslated
        = "EFCore.Dynamo flattens collections of items and queries over other sets. Select the collection (Select(x => x.Lines)) and flatten it after "
            + "ToListAsync().";

    public static string NavigationNotTranslated(string entityType, string navigation)
        => $"The navigation '{entityType}.{navigation}' leads to other items, which this version of EFCore.Dynamo does not join: query both sides by their "
            + "keys, "
            + "or make the type owned (OwnsOne, OwnsMany) so that it is part of the item.";

    public static string SubqueryNotTranslated(string entityType)
        => $"A query over '{entityType}' inside another query is not translated by this version of EFCore.Dynamo: run it first, and use its result as a "
            + "local collection.";

    public static string EntityInPredicate(string entityType)
        => $"A condition or order uses the entity '{entityType}' as a whole, which exists only after the items are read. Use its properties, or call "
            + "AsEnumerable() before the operator.";

    public static string MaxItemsReadExceeded(int maxItemsRead, string plan)
        => $"The query read more than {maxItemsRead} items, its MaxItemsRead: {plan}. Narrow the key condition, or raise MaxItemsRead.";

    public static string NotContinuable(string plan)
        => $"The query cannot be read in pages: {plan}. Its order must be the sort key's, its key condition must name one partition, and it must not use "
            + "Skip, Take, Distinct or Last.";

    /// <param name="property">The property.</param>
    /// <param name="reason">What is wrong with the value; null where the reason shows it and values may not be shown.</param>
    public static string ValueUnreadable(string property, string? reason)
        => $"An item has a value that the property '{property}' cannot take: {reason ?? "the inner exception says why."} "
            + "Correct the item, or map the property to the type that is stored.";

    public static string CountNotTranslated(string operatorName)
        => $"The argument of '{operatorName}' is not a constant or a variable. Compute it before the query.";

    public static string TypeNotInHierarchy(string type, string entityType)
        => $"'{type}' is not an entity type derived from '{entityType}'.";

    public static string BulkTargetNotEntity(string operatorName)
        => $"'{operatorName}' writes the items of one set, and the rows of this query are not entities of its first one: call it on a query whose result is "
            + "such "
            + "an entity, with conditions that may look at others.";

    /// <param name="selector">The first argument of SetProperty.</param>
    public static string SetterNotTranslated(string selector)
        => $"'SetProperty({selector}, ...)' names no property of the items that are updated, or one of an owned collection: name a mapped property, also "
            + "one inside "
            + "of complex or owned values, or read the entities, change them and call SaveChanges.";

    public static string KeySetInBulk(string entityType, string path, string attributeName, string template)
        => $"ExecuteUpdate cannot set '{path}' of '{entityType}', because the key attribute '{attributeName}' is made of it ('{template}'), and an item "
            + "cannot change "
            + "its key: insert the items under their new keys and delete the old ones with SaveChanges.";

    /// <param name="operatorName">ExecuteUpdate or ExecuteDelete.</param>
    /// <param name="written">How many items are written.</param>
    /// <param name="found">How many there were to write.</param>
    /// <param name="reason">What the service said.</param>
    public static string BulkWriteFailed(string operatorName, int written, int found, string reason)
        => $"{operatorName} failed after {written} of {found} items, which stay written: {reason}";

    public static string BulkWriteConflict(string operatorName, string entityType, int attempts)
        => $"{operatorName} could not write an item of '{entityType}' because others changed it {attempts} times while its new value was computed: call it "
            + "again, or "
            + "set values that the service computes (constants, sums and differences).";

    public static string OperandNull(string path)
        => $"The new value of '{path}' is computed with a number that is null. Set the property to null by itself, or give a number.";

    public static string BulkWriteOverflow(string entityType)
        => $"ExecuteUpdate was not made on an item of '{entityType}': a sum or difference would be beyond the numbers that its property's type has. Give "
            + "the property "
            + "a wider type, or add a condition that leaves such items out.";
}
