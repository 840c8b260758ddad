namespace EFCore.Dynamo.Properties;

/// <summary>The texts of planning: why a query cannot run as it is, and the ways out.</summary>
internal static class PlanningStrings
{
    public static string ParameterMissing(string parameter)
        => $"The query has no value for its parameter '{parameter}'. Run the query through the context that it was written for.";

    public static string IndexHasNoNulls(string index, string attribute)
        => $"The query looks for items whose '{attribute}' is null in the index '{index}', which leaves such items out. "
            + "Ask for a value, or write the comparison with null as a condition of its own and call AllowScan().";

    public static string FilterTooLong(int sizeBytes)
        => $"The query's condition makes a FilterExpression of {sizeBytes:N0} bytes, of which DynamoDB takes 4,096: a list in it has too many values. "
            + "Split the list over several queries, or make the attribute a key (HasGlobalSecondaryIndex), so that each value becomes a keyed read.";

    public static string Scan(string entityType, string table, string condition, string waysOut)
        => $"The query for '{entityType}' {condition}, so it would read all of table '{table}': {waysOut}, or call AllowScan() on the query.";
}
