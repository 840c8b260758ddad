namespace EFCore.Dynamo.Operations;

/// <summary>Deletes a table with all its items and indexes.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html">DeleteTable</see>.</remarks>
public sealed record DeleteTableRequest
{
    /// <summary>The name of the table, 3 to 255 characters of <c>[A-Za-z0-9_.-]</c>.</summary>
    public string? TableName { get; init; }
}
