using EFCore.Dynamo.Engine.Effects.Expiry;
using EFCore.Dynamo.Engine.Effects.Indexes;
using EFCore.Dynamo.Engine.Effects.Lag;
using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Schema;

namespace EFCore.Dynamo.Engine.Effects;

/// <summary>All effects that writes can have, in the order in which they are applied; a new one is a class and a line here.</summary>
/// <param name="consistency">How the engine lags.</param>
internal sealed class ItemEffectSource(EventualConsistency consistency) : IItemEffectSource
{
    public IItemEffect[] Create(TableSchema table)
    {
        var effects = new List<IItemEffect>();
        if (table.Document.EnabledStream is { } stream)
        {
            effects.Add(new StreamEffect(table, stream));
        }

        if (ExpiryIndex.Of(table) is { } expiry)
        {
            effects.Add(new ExpiryEffect(expiry));
        }

        if (consistency.RecentImages is { } images)
        {
            effects.Add(new RecentImageEffect(table, images));
        }

        if (table.Indexes.Length > 0)
        {
            effects.Add(new IndexEffect(table, consistency.IndexQueue));
        }

        return [.. effects];
    }
}
