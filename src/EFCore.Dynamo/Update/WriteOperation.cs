using EFCore.Dynamo.Update.Changes;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Dynamo.Update;

/// <summary>One write of one item, decided before anything is sent.</summary>
/// <remarks>Entities that live inside the item of their owner have no operation of their own: they are in <see cref="Folded" />.</remarks>
internal sealed class WriteOperation
{
    /// <summary>What is done to the item.</summary>
    public required WriteKind Kind { get; init; }

    /// <summary>The table, as the service knows it.</summary>
    public required string TableName { get; init; }

    /// <summary>For <see cref="WriteKind.Insert" /> and <see cref="WriteKind.Replace" /> the whole item, otherwise its primary key.</summary>
    public required Item Item { get; init; }

    /// <summary>The attribute names of the primary key, partition key first.</summary>
    public required IReadOnlyList<string> KeyAttributeNames { get; init; }

    /// <summary>The <c>SET</c> and <c>REMOVE</c> clauses; only <see cref="WriteKind.Update" /> has them.</summary>
    public string? UpdateExpression { get; init; }

    /// <summary>What must hold for the stored item; every write of this provider has a condition.</summary>
    public required string ConditionExpression { get; init; }

    /// <summary>By placeholder, the attribute names in the expressions.</summary>
    public required IReadOnlyDictionary<string, string> AttributeNames { get; init; }

    /// <summary>By placeholder, the values in the expressions; null where there are none.</summary>
    public Item? AttributeValues { get; init; }

    /// <summary>The entry of the entity that is the item.</summary>
    public required IUpdateEntry Entry { get; init; }

    /// <summary>The changes inside this item that have entries of their own; null where there are none.</summary>
    public FoldedChanges? Folded { get; init; }

    /// <summary>The delete that a <see cref="WriteKind.Replace" /> does along with its put; null for the others.</summary>
    public WriteOperation? Replaced { get; init; }

    /// <summary>The delete of the item's old place that must happen in the same transaction, when a changed key moves the item.</summary>
    public WriteOperation? MovedFrom { get; init; }

    /// <summary>How many changed entries this operation saves; 0 for the delete in a move, whose entry is counted with the put.</summary>
    public int EntryCount { get; init; }

    /// <summary>How many parts of a transaction this operation takes.</summary>
    public int PartCount => MovedFrom is null ? 1 : 2;

    /// <summary>Whether <see cref="Item" /> is the whole item.</summary>
    public bool IsPut => Kind is WriteKind.Insert or WriteKind.Replace;

    /// <summary>All entries whose changes this operation carries, the item's own first.</summary>
    public IReadOnlyList<IUpdateEntry> GetEntries()
        => Folded is null && Replaced is null ? [Entry] : [Entry, .. Folded?.Entries ?? [], .. Replaced?.GetEntries() ?? []];

    /// <summary>This insert as the second half of a move.</summary>
    /// <param name="delete">The delete of the item's old place.</param>
    public WriteOperation MovingFrom(WriteOperation delete)
        => new()
        {
            Kind = Kind,
            TableName = TableName,
            Item = Item,
            KeyAttributeNames = KeyAttributeNames,
            ConditionExpression = ConditionExpression,
            AttributeNames = AttributeNames,
            AttributeValues = AttributeValues,
            Entry = Entry,
            Folded = Folded,
            EntryCount = EntryCount,
            MovedFrom = delete,
        };

    /// <summary>This insert put over the item of a delete, under the delete's condition: a transaction may name an item only once.</summary>
    /// <param name="delete">A delete of the same key.</param>
    public WriteOperation Replacing(WriteOperation delete)
        => new()
        {
            Kind = WriteKind.Replace,
            TableName = TableName,
            Item = Item,
            KeyAttributeNames = KeyAttributeNames,
            ConditionExpression = delete.ConditionExpression,
            AttributeNames = delete.AttributeNames,
            AttributeValues = delete.AttributeValues,
            Entry = Entry,
            Folded = Folded,
            Replaced = delete,
            EntryCount = EntryCount + delete.EntryCount,
        };

    /// <summary>The primary key, for people and for comparison.</summary>
    public Item GetKey()
    {
        if (!IsPut)
        {
            return Item;
        }

        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        foreach (var name in KeyAttributeNames)
        {
            builder.Add(name, Item[name]);
        }

        return builder.Build();
    }
}
