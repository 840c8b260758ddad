using System.Diagnostics;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>The items of one table, or the entries of one secondary index: packed items under their DynamoDB keys.</summary>
/// <remarks>
///     Hides partition hashes, their collisions, cut sort keys and base-key tie-breaks: whatever it returns has exactly the key that was asked for.
///     A value is the packed item and nothing else; an index entry is the projected item, which always holds the index's and the table's key attributes.
///     Immutable and safe for concurrent use: create one for each table and index and keep it.
/// </remarks>
internal sealed class ItemSpace
{
    /// <param name="partitionKey">One attribute; up to four for a global secondary index.</param>
    /// <param name="sortKey">None or one attribute; up to four for a global secondary index.</param>
    public static ItemSpace ForTable(uint tableId, ReadOnlySpan<KeyAttribute> partitionKey, ReadOnlySpan<KeyAttribute> sortKey) => throw new UnreachableException();

    /// <param name="table">Its key breaks ties between entries of one index key.</param>
    public static ItemSpace ForIndex(uint indexId, ReadOnlySpan<KeyAttribute> partitionKey, ReadOnlySpan<KeyAttribute> sortKey, ItemSpace table) => throw new UnreachableException();

    /// <summary>Whether the item has all key attributes with their types; without them it is not in a (sparse) index.</summary>
    public bool HasKey(ItemSpan item) => throw new UnreachableException();

    /// <summary>Whether both have equal key attributes, for an index the table's included.</summary>
    public bool HasSameKey(ItemSpan left, ItemSpan right) => throw new UnreachableException();

    /// <summary>Finds the item with the key attributes of <paramref name="key" />, which may hold others.</summary>
    public bool TryGet(TransactionView transaction, ItemSpan key, out ItemSpan item) => throw new UnreachableException();

    /// <summary>Adds the item or replaces the one with its key.</summary>
    public void Put(WriteTransaction transaction, ItemSpan item) => throw new UnreachableException();

    /// <summary>Removes the item with that key; false when there was none. For an index the key holds the table's key attributes too.</summary>
    public bool Delete(WriteTransaction transaction, ItemSpan key) => throw new UnreachableException();

    /// <summary>Removes up to so many items of whatever is left, for DeleteTable in steps; false when nothing is left.</summary>
    public bool DeleteSome(WriteTransaction transaction, int maxItems) => throw new UnreachableException();

    /// <summary>One partition in sort key order.</summary>
    /// <param name="partitionKey">Must outlive the cursor, as must the range.</param>
    /// <param name="forward">False for descending order (ScanIndexForward = false).</param>
    public ItemCursor OpenQuery(TransactionView transaction, PartitionKeyValues partitionKey, SortKeyRange range, bool forward) => throw new UnreachableException();

    /// <summary>All items in hash order, or those of one segment of a parallel Scan.</summary>
    public ItemCursor OpenScan(TransactionView transaction, int segment = 0, int totalSegments = 1) => throw new UnreachableException();

    /// <summary>The segment of a parallel Scan in which the key lies, for checking an ExclusiveStartKey.</summary>
    public int GetSegment(ItemSpan key, int totalSegments) => throw new UnreachableException();

    /// <summary>Starts the range of a KeyConditionExpression.</summary>
    public SortKeyRangeBuilder BuildSortKeyRange() => throw new UnreachableException();
}
