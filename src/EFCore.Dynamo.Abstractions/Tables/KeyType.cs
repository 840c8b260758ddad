namespace EFCore.Dynamo.Tables;

/// <summary>Role of an attribute in a key schema; the wire names are HASH and RANGE.</summary>
public enum KeyType
{
    /// <summary><c>HASH</c>: its value says to which partition an item belongs; every key has one, and a query gives it.</summary>
    PartitionKey,

    /// <summary><c>RANGE</c>: its value orders the items of a partition; with it a partition has many items, without it one.</summary>
    SortKey,
}
