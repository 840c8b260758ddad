using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>A table as the engine works with it: complete when constructed, replaced as a whole when the table changes.</summary>
/// <remarks>
///     Nothing of it is set later, but for the guesses where an item has a key attribute (<see cref="SchemaAttribute" />), which change no result.
/// </remarks>
internal sealed class TableSchema
{
    /// <param name="document">The definition.</param>
    /// <param name="effects">What writes of its items lead to.</param>
    public TableSchema(TableDocument document, IItemEffectSource effects)
    {
        Document = document;
        var types = document.AttributeDefinitions.ToDictionary(
            static definition => definition.AttributeName, static definition => definition.AttributeType, StringComparer.Ordinal);
        Key = new KeyLayout(document.KeySchema, types);
        PartitionKey = Key.PartitionKey[0];
        SortKey = Key.SortKey.Length == 0 ? null : Key.SortKey[0];
        Items = ItemSpace.ForTable(
            document.Id,
            Array.ConvertAll(Key.PartitionKey, static part => part.ToKeyAttribute()),
            Array.ConvertAll(Key.SortKey, static part => part.ToKeyAttribute()));
        Indexes = [.. document.Indexes.Select((index, ordinal) => new IndexSchema(index, ordinal, Key, Items, types))];
        IndexesByName = [.. Indexes.OrderBy(static index => index.Name, StringComparer.Ordinal)];
        HasPendingStatus = document.Pending is not null;
        HasLocalIndexes = Array.Exists(Indexes, static index => !index.IsGlobal);
        Effects = effects.Create(document, Key, Items);
        NeedsOldItem = Array.Exists(Effects, static effect => effect.NeedsOldItem);
    }

    public TableDocument Document { get; }

    public uint Id => Document.Id;

    public int Version => Document.Version;

    public string Name => Document.Name;

    public KeyLayout Key { get; }

    public SchemaAttribute PartitionKey { get; }

    /// <summary>Null where the table has a partition key only.</summary>
    public SchemaAttribute? SortKey { get; }

    /// <summary>The items in the store.</summary>
    public ItemSpace Items { get; }

    /// <summary>Local secondary indexes first.</summary>
    public IndexSchema[] Indexes { get; }

    /// <summary>In the order in which the service reports what is wrong with their keys.</summary>
    public IndexSchema[] IndexesByName { get; }

    public bool HasLocalIndexes { get; }

    /// <summary>What every write leads to, in the order in which it is applied.</summary>
    public IItemEffect[] Effects { get; }

    /// <summary>Whether an effect looks at the whole item before a write.</summary>
    public bool NeedsOldItem { get; }

    /// <summary>Whether the status depends on the clock; never without a delay of the control plane.</summary>
    public bool HasPendingStatus { get; }

    /// <summary>The status at that moment; null where the table's deletion is over.</summary>
    public TableStatus? GetStatus(DateTimeOffset now) => Document.Pending switch
    {
        { } pending when !pending.IsOver(now) => pending.Status,
        { Status: TableStatus.Deleting } => null,
        _ => TableStatus.Active,
    };

    public IndexSchema? FindIndex(string name)
    {
        foreach (var index in Indexes)
        {
            if (string.Equals(index.Name, name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>The primary key of an item, as an item of its own.</summary>
    public Item GetKey(ItemSpan item)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        foreach (var attribute in Key.All)
        {
            if (!attribute.TryFind(item, out var value))
            {
                throw new System.Diagnostics.UnreachableException("A stored item lacks a key attribute.");
            }

            builder.WriteName(attribute.Name);
            builder.WriteValue(value);
        }

        return builder.Build();
    }
}
