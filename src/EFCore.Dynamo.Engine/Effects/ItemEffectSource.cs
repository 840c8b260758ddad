using EFCore.Dynamo.Engine.Effects.Expiry;
using EFCore.Dynamo.Engine.Effects.Indexes;
using EFCore.Dynamo.Engine.Effects.Lag;
using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage.Keys;

namespace EFCore.Dynamo.Engine.Effects;

/// <summary>All effects that writes can have, in the order in which they are applied; a new one is a class and a line here.</summary>
/// <param name="consistency">How the engine lags.</param>
internal sealed class ItemEffectSource(EventualConsistency consistency) : IItemEffectSource
{
    public IItemEffect[] Create(TableDocument document, KeyLayout key, ItemSpace items)
    {
        var effects = new List<IItemEffect>();
        if (document.EnabledStream is { } stream)
        {
            effects.Add(new StreamEffect(stream));
        }

        if (document.TimeToLive is { } timeToLive)
        {
            effects.Add(new ExpiryEffect(new ExpiryIndex(timeToLive, key, items)));
        }

        if (consistency.RecentImages is { } images)
        {
            effects.Add(new RecentImageEffect(images));
        }

        if (document.Indexes.Count > 0)
        {
            effects.Add(new IndexEffect(consistency.IndexQueue));
        }

        return [.. effects];
    }
}
