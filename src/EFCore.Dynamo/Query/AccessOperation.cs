namespace EFCore.Dynamo.Query;

/// <summary>What a query asks the service to do.</summary>
public enum AccessOperation
{
    /// <summary>Nothing: no item can satisfy the conditions, so the result is empty without a request.</summary>
    Empty,

    /// <summary>One item by its primary key.</summary>
    GetItem,

    /// <summary>Items by their primary keys, 100 a request.</summary>
    BatchGetItem,

    /// <summary>Items of one partition of a table or index; of several partitions, or with several sort key conditions, by one Query each.</summary>
    Query,

    /// <summary>All items of the table.</summary>
    Scan,
}
