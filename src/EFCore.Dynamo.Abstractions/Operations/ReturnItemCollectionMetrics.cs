namespace EFCore.Dynamo.Operations;

/// <summary>Whether a write to a table with local secondary indexes estimates the size of the item collection.</summary>
public enum ReturnItemCollectionMetrics
{
    /// <summary>No estimate.</summary>
    None,

    /// <summary>An estimate in gigabytes, as a lower and an upper bound.</summary>
    Size,
}
