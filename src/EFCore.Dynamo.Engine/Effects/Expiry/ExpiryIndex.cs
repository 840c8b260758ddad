using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Expiry;

/// <summary>The items of a table by their expiry: an index that nobody sees, sparse as all are, with one partition for the whole table.</summary>
/// <remarks>
///     An entry is the item's key and its expiry. Every write keeps it exact in its own transaction, so that what has expired is found by one seek, and what
///     is found has expired. Items whose attribute is no number have no entry. Not counted in statistics or capacity.
/// </remarks>
internal sealed class ExpiryIndex
{
    /// <summary>Items that expired longer ago stay: the service takes so old a number for something else.</summary>
    private const int MaxAgeYears = 5;

    private readonly AttributeName _attributeName;
    private readonly AttributeName[] _projectedNames;

    public ExpiryIndex(TimeToLiveDocument document, KeyLayout tableKey, ItemSpace tableItems)
    {
        _attributeName = new AttributeName(document.AttributeName);
        _projectedNames = [.. tableKey.Names.Append(document.AttributeName).Distinct(StringComparer.Ordinal).Select(static name => new AttributeName(name))];
        Array.Sort(_projectedNames, static (left, right) => left.Utf8.SequenceCompareTo(right.Utf8));
        Entries = CreateSpace(document.IndexId, new KeyAttribute(_attributeName, AttributeType.Number), tableItems);
    }

    /// <summary>The entries in the store.</summary>
    public ItemSpace Entries { get; }

    /// <summary>The index of the table; null while its time to live is off.</summary>
    public static ExpiryIndex? Of(TableSchema table)
        => table.Document.TimeToLive is { } timeToLive ? new ExpiryIndex(timeToLive, table.Key, table.Items) : null;

    /// <summary>The entries of an index that was given up, for removing them.</summary>
    public static ItemSpace GetEntries(uint indexId, ItemSpace anyTable)
        => CreateSpace(indexId, new KeyAttribute(new AttributeName("expiry"), AttributeType.Number), anyTable);

    /// <summary>What a write changes; null where the expiry stays the same.</summary>
    /// <param name="before">The item before; empty where there is none.</param>
    /// <param name="after">The item after; empty where there is none.</param>
    public ExpiryConsequence? Compare(ItemSpan before, ItemSpan after)
    {
        var existed = TryGetExpiry(before, out var oldExpiry);
        var exists = TryGetExpiry(after, out var newExpiry);
        if (existed == exists && (!existed || oldExpiry.PackedBytes.SequenceEqual(newExpiry.PackedBytes)))
        {
            return null;
        }

        return new ExpiryConsequence(Entries, existed ? Project(before) : null, exists ? Project(after) : null);
    }

    /// <summary>The entry of an item; null where it never expires.</summary>
    public Item? TryProject(ItemSpan item) => TryGetExpiry(item, out _) ? Project(item) : null;

    /// <summary>Entries of items that have expired by now, the oldest first.</summary>
    public ItemCursor OpenExpired(TransactionView transaction, SortKeyRange range) => Entries.OpenQuery(transaction, default, range, forward: true);

    /// <summary>From the oldest expiry that counts to the last before this moment.</summary>
    public SortKeyRange GetExpiredRange(DateTimeOffset now)
    {
        var from = AttributeValue.FromNumber(GetSeconds(now.AddYears(-MaxAgeYears)));
        var before = AttributeValue.FromNumber(GetSeconds(now));
        return new SortKeyRange(Entries.BuildSortKeyRange().GreaterThanOrEqual(from.Span).From, Entries.BuildSortKeyRange().LessThan(before.Span).Before);
    }

    private static DynamoNumber GetSeconds(DateTimeOffset time)
        => DynamoNumber.FromDecimal((decimal)(time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerSecond);

    private static ItemSpace CreateSpace(uint indexId, KeyAttribute expiry, ItemSpace tableItems) => ItemSpace.ForIndex(indexId, [], [expiry], tableItems);

    private bool TryGetExpiry(ItemSpan item, out AttributeValueSpan expiry)
        => item.TryGetValue(_attributeName, out expiry) && expiry.Type == AttributeType.Number;

    private Item Project(ItemSpan item)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        foreach (var name in _projectedNames)
        {
            if (!item.TryGetValue(name, out var value))
            {
                throw new System.Diagnostics.UnreachableException("A stored item lacks a key attribute.");
            }

            builder.WriteName(name);
            builder.WriteValue(value);
        }

        return builder.Build();
    }
}
