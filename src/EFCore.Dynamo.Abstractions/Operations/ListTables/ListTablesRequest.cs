namespace EFCore.Dynamo.Operations;

/// <summary>Lists table names in ordinal order, a page at a time.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html">ListTables</see>.</remarks>
public sealed record ListTablesRequest
{
    /// <summary>The last name of the previous page; null starts at the beginning.</summary>
    public string? ExclusiveStartTableName { get; init; }

    /// <summary>1 to 100; null means 100.</summary>
    public int? Limit { get; init; }
}
