using EFCore.Dynamo.Engine.Storage.Keys;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>Makes the effects of a table while its schema is constructed.</summary>
internal interface IItemEffectSource
{
    /// <param name="document">The table's definition.</param>
    /// <param name="key">Its primary key.</param>
    /// <param name="items">Its items in the store.</param>
    IItemEffect[] Create(TableDocument document, KeyLayout key, ItemSpace items);
}
