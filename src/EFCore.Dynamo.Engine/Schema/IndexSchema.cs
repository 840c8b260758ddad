using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>A secondary index as the engine works with it.</summary>
internal sealed class IndexSchema
{
    public IndexSchema(IndexDocument document, int ordinal, KeyLayout tableKey, ItemSpace tableItems, IReadOnlyDictionary<string, AttributeType> types)
    {
        Document = document;
        Id = document.Id;
        Ordinal = ordinal;
        Name = document.Name;
        IsGlobal = document.IsGlobal;
        Projection = document.Projection;
        IsBuilding = document.IsBuilding;
        IsAddedLater = document.IsAddedLater;
        Key = new KeyLayout(document.KeySchema, types);
        Entries = ItemSpace.ForIndex(
            Id,
            Array.ConvertAll(Key.PartitionKey, static part => part.ToKeyAttribute()),
            Array.ConvertAll(Key.SortKey, static part => part.ToKeyAttribute()),
            tableItems);
        ProjectedNames = document.Projection.ProjectionType == ProjectionType.All ? null : GetProjectedNames(document, tableKey);
    }

    public IndexDocument Document { get; }

    /// <summary>Unique in the data file, never reused: the prefix of the index's entries.</summary>
    public uint Id { get; }

    /// <summary>Position in <see cref="TableSchema.Indexes" />, and of its counters.</summary>
    public int Ordinal { get; }

    public string Name { get; }

    public bool IsGlobal { get; }

    public KeyLayout Key { get; }

    /// <summary>The entries in the store.</summary>
    public ItemSpace Entries { get; }

    public Projection Projection { get; }

    /// <summary>Whether items of the table are still being added: a write finds only some old entries, and reads are refused.</summary>
    public bool IsBuilding { get; }

    /// <summary>Whether the table may hold items whose values the index's key cannot take.</summary>
    public bool IsAddedLater { get; }

    /// <summary>The attributes that an entry holds, in the order of their bytes, keys of table and index included; null where it holds all.</summary>
    public AttributeName[]? ProjectedNames { get; }

    /// <summary>The status at that moment.</summary>
    public IndexStatus GetStatus(DateTimeOffset now)
    {
        if (IsBuilding)
        {
            return IndexStatus.Creating;
        }

        return Document.Pending is { } pending && !pending.IsOver(now) ? pending.Status : IndexStatus.Active;
    }

    /// <summary>Whether the items of the table are being added, and not only room is being made for them.</summary>
    public bool IsBackfilling(DateTimeOffset now) => IsBuilding && (Document.Pending is null || Document.Pending.IsOver(now));

    /// <summary>Whether entries hold the attribute.</summary>
    public bool Projects(string attributeName)
    {
        if (ProjectedNames is null)
        {
            return true;
        }

        foreach (var name in ProjectedNames)
        {
            if (string.Equals(name.Text, attributeName, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static AttributeName[] GetProjectedNames(IndexDocument document, KeyLayout tableKey)
    {
        var names = document.KeySchema.Concat(tableKey.Schema)
            .Select(static element => element.AttributeName)
            .Concat(document.Projection.NonKeyAttributes ?? [])
            .Distinct(StringComparer.Ordinal)
            .Select(static name => new AttributeName(name))
            .ToArray();
        Array.Sort(names, static (left, right) => left.Utf8.SequenceCompareTo(right.Utf8));
        return names;
    }
}
