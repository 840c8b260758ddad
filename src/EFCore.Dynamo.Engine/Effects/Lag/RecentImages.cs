using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Lag;

/// <summary>The images that the latest writes replaced, for a while: what an eventually consistent read may still see. In memory only.</summary>
/// <remarks>
///     Each read of an item that was just written sees the old image by a seeded chance of one half. A write that fails after all leaves the image that is
///     there anyway.
/// </remarks>
internal sealed class RecentImages(TimeProvider timeProvider, TimeSpan duration, int seed)
{
    private const double StaleShare = 0.5;

    private readonly SeededChance _chance = new(seed);
    private readonly Lock _lock = new();
    private readonly Dictionary<(uint TableId, Item Key), (Item? Image, DateTimeOffset Until)> _images = [];

    // In the order of their ends; an image that was replaced meanwhile stands here twice.
    private readonly Queue<((uint TableId, Item Key) Key, DateTimeOffset Until)> _ends = new();

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _images.Count;
            }
        }
    }

    /// <summary>Keeps the image that a write replaces.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key, in memory of its own.</param>
    /// <param name="image">Null where there was no item.</param>
    public void Add(TableSchema table, Item key, Item? image)
    {
        var now = timeProvider.GetUtcNow();
        var until = now + duration;
        lock (_lock)
        {
            while (_ends.TryPeek(out var end) && end.Until <= now)
            {
                _ends.Dequeue();
                if (_images.TryGetValue(end.Key, out var ended) && ended.Until <= now)
                {
                    _images.Remove(end.Key);
                }
            }

            _images[(table.Id, key)] = (image, until);
            _ends.Enqueue(((table.Id, key), until));
        }
    }

    /// <summary>Whether the read of this item sees the image before its last write.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">The item or its key.</param>
    /// <param name="image">That image; null where there was no item.</param>
    public bool TryFind(TableSchema table, ItemSpan item, out Item? image)
    {
        image = null;
        lock (_lock)
        {
            if (_images.Count == 0 || !_images.TryGetValue((table.Id, table.GetKey(item)), out var found) || found.Until <= timeProvider.GetUtcNow())
            {
                return false;
            }

            image = found.Image;
        }

        return _chance.Next() < StaleShare;
    }
}
