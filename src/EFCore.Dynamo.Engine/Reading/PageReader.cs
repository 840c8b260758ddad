using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.Effects.Lag;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Reading;

/// <summary>Reads one page: filter and projection run over the store's memory, and only what is returned is copied.</summary>
internal ref struct PageReader
{
    /// <summary>The service stops a page at 1 MB of items read, before the filter.</summary>
    private const long MaxPageBytes = 1024 * 1024;

    private readonly PagePlan _plan;
    private readonly CapacityMeter? _meter;
    private readonly List<Item> _items;
    private readonly RecentImages? _recentImages;

    private long _sizeBytes;
    private long _closedBytes;
    private double _closedUnits;
    private bool _isClosed;

    /// <param name="plan">What to do with each item.</param>
    /// <param name="recentImages">What eventually consistent reads of a table may still see; null where they see what is.</param>
    public PageReader(PagePlan plan, RecentImages? recentImages)
    {
        _plan = plan;
        _meter = plan.ReturnConsumedCapacity == ReturnConsumedCapacity.None ? null : new CapacityMeter(plan.Table, CapacityKind.Plain, plan.RequestedName);
        _items = [];
        _recentImages = plan.Mode == ReadMode.Eventual && plan.Index is null ? recentImages : null;
    }

    public readonly List<Item> Items => _items;

    public int Count { get; private set; }

    public int ScannedCount { get; private set; }

    public Item? LastEvaluatedKey { get; private set; }

    /// <summary>Reads until the end, the limit, or 1 MB; the last two leave a key to go on from, even where nothing follows.</summary>
    public void Read(TransactionView transaction, ref ItemCursor cursor)
    {
        var limit = _plan.Limit ?? int.MaxValue;
        while (cursor.MoveNext())
        {
            var entry = cursor.Current;
            if (_recentImages is not null && _recentImages.TryFind(_plan.Table, entry, out var image))
            {
                // Written just now: to this read it is as it was, or was not there.
                if (image is not { } before)
                {
                    continue;
                }

                entry = before.Span;
            }

            ScannedCount++;
            _sizeBytes += entry.SizeBytes;
            Add(transaction, entry);
            if (ScannedCount < limit && _sizeBytes < MaxPageBytes)
            {
                continue;
            }

            LastEvaluatedKey = _plan.IsWhole ? null : GetKey(entry);
            return;
        }
    }

    /// <summary>Ends a range, where a page is made of several: each is rounded up and charged by itself.</summary>
    public void CloseRange()
    {
        _closedUnits += CapacityUnits.Read(_sizeBytes - _closedBytes, _plan.Mode);
        _closedBytes = _sizeBytes;
        _isClosed = true;
    }

    public readonly ConsumedCapacity? GetConsumedCapacity()
    {
        if (_meter is null)
        {
            return null;
        }

        var units = _isClosed ? _closedUnits : CapacityUnits.Read(_sizeBytes, _plan.Mode);
        if (_plan.Index is null)
        {
            _meter.AddTable(units);
        }
        else
        {
            _meter.AddIndex(_plan.Index, units);
        }

        return _meter.ToConsumedCapacity(_plan.ReturnConsumedCapacity);
    }

    private void Add(TransactionView transaction, ItemSpan entry)
    {
        var item = entry;
        if (_plan.Selection.FetchesFromTable)
        {
            if (!_plan.Table.Items.TryGet(transaction, entry, out item))
            {
                throw new System.Diagnostics.UnreachableException("An index entry has no item in its table.");
            }

            _meter?.AddTable(CapacityUnits.Read(item.SizeBytes, _plan.Mode));
        }

        if (_plan.Filter is not null && !_plan.Filter.Evaluate(item))
        {
            return;
        }

        Count++;
        if (_plan.Selection.ReturnsItems)
        {
            _items.Add(Copy(item));
        }
    }

    private readonly Item Copy(ItemSpan item)
        => _plan.Projection is { } projection ? projection.Apply(item)
            : _plan.Arena is { } arena ? arena.Add(item)
            : item.ToItem();

    private readonly Item GetKey(ItemSpan entry)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        Add(builder, _plan.Table.Key, entry, except: null);
        if (_plan.Index is not null)
        {
            Add(builder, _plan.Index.Key, entry, except: _plan.Table.Key);
        }

        return builder.Build();
    }

    private static void Add(ItemBuilder builder, KeyLayout key, ItemSpan entry, KeyLayout? except)
    {
        foreach (var part in key.All)
        {
            if (except?.Find(part.Text) is not null || !part.TryFind(entry, out var value))
            {
                continue;
            }

            builder.WriteName(part.Name);
            builder.WriteValue(value);
        }
    }
}
