namespace EFCore.Dynamo.Operations;

/// <summary>How much of the consumed capacity a response reports.</summary>
public enum ReturnConsumedCapacity
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One total a table.</summary>
    Total,

    /// <summary>A total, and the table's and each index's share.</summary>
    Indexes,
}
