using System.Text;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Tests.Storage.Keys;

/// <summary>An item space in a store in memory, and the same items in a plain list.</summary>
internal sealed class ItemSpaceOracle : IDisposable
{
    private static readonly KeyAttribute[] Partition = [new(new AttributeName("pk"), AttributeType.String)];

    private readonly Func<ReadOnlySpan<byte>, UInt128> _hash;

    public ItemSpaceOracle(AttributeType sortKeyType = AttributeType.String, Func<ReadOnlySpan<byte>, UInt128>? hash = null)
    {
        _hash = hash ?? PartitionHash.Compute;
        Table = new ItemSpace(new ItemKeyEncoding(Keyspace.Item, 7, Partition, [new KeyAttribute(new AttributeName("sk"), sortKeyType)], null, _hash));
        Index = ItemSpace.ForIndex(
            8,
            [new KeyAttribute(new AttributeName("gpk"), AttributeType.String)],
            [new KeyAttribute(new AttributeName("g1"), AttributeType.String), new KeyAttribute(new AttributeName("g2"), AttributeType.Number)],
            Table);
    }

    public Store Store { get; } = Store.Open(new StoreOptions());

    public ItemSpace Table { get; }

    public ItemSpace Index { get; }

    public List<Item> Items { get; } = [];

    public void Put(params Item[] items) => Put(Table, items);

    public void Put(ItemSpace space, params Item[] items)
    {
        Write(write =>
        {
            foreach (var item in items)
            {
                space.Put(write, item.Span);
            }
        });
        foreach (var item in items)
        {
            Items.RemoveAll(other => space.HasKey(other.Span) && space.HasSameKey(other.Span, item.Span));
            Items.Add(item);
        }
    }

    public bool Delete(ItemSpace space, Item key)
    {
        var deleted = false;
        Write(write => deleted = space.Delete(write, key.Span));
        Items.RemoveAll(other => space.HasKey(other.Span) && space.HasSameKey(other.Span, key.Span));
        return deleted;
    }

    public Item? Get(ItemSpace space, Item key)
    {
        using var read = Store.BeginRead();
        return space.TryGet(read, key.Span, out var item) ? item.ToItem() : null;
    }

    public List<Item> Query(ItemSpace space, string partition, SortKeyRange? range = null, bool forward = true, Item? after = null, int limit = int.MaxValue)
    {
        var value = AttributeValue.FromString(partition);
        using var read = Store.BeginRead();
        using var cursor = space.OpenQuery(read, new PartitionKeyValues(value.Span), range ?? SortKeyRange.All, forward);
        return Drain(cursor, after, limit);
    }

    /// <summary>Page after page, each beginning behind the last item of the one before.</summary>
    public List<Item> QueryInPages(ItemSpace space, string partition, int pageSize, bool forward)
    {
        var all = new List<Item>();
        List<Item> page;
        do
        {
            page = Query(space, partition, null, forward, all.Count == 0 ? null : all[^1], pageSize);
            all.AddRange(page);
        }
        while (page.Count == pageSize);

        return all;
    }

    public List<Item> Scan(int segment = 0, int totalSegments = 1, Item? after = null, int limit = int.MaxValue)
    {
        using var read = Store.BeginRead();
        using var cursor = Table.OpenScan(read, segment, totalSegments);
        return Drain(cursor, after, limit);
    }

    public void Write(Action<WriteTransaction> write)
        => Store.WriteAsync(
            new WriteOperation<bool>(transaction =>
            {
                write(transaction);
                return true;
            }),
            CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public static string SortKey(Item item) => item["sk"].GetString();

    public static int CompareUtf8(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    public void Dispose() => Store.Dispose();

    private static List<Item> Drain(scoped ItemCursor cursor, Item? after, int limit)
    {
        if (after is { } start)
        {
            cursor.SeekAfter(start.Span);
        }

        var items = new List<Item>();
        while (items.Count < limit && cursor.MoveNext())
        {
            items.Add(cursor.Current.ToItem());
        }

        return items;
    }
}
