namespace EFCore.Dynamo.Tables;

/// <summary>Role of an attribute in a key schema; the wire names are HASH and RANGE.</summary>
public enum KeyType
{
    /// <summary>The service's <c>HASH</c>.</summary>
    PartitionKey,

    /// <summary>The service's <c>RANGE</c>.</summary>
    SortKey,
}
