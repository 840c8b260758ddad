using EFCore.Dynamo.Update.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Dynamo.Update;

/// <summary>Turns the entries of one SaveChanges into operations, one an item.</summary>
/// <remarks>Building never awaits, so a thread keeps one of these with its expressions for the next SaveChanges, of whatever context.</remarks>
internal sealed class WriteOperationBuilder
{
    [ThreadStatic]
    private static WriteOperationBuilder? _cached;

    private readonly WriteExpressionBuilder _expressions = new();

    private Dictionary<InternalEntityEntry, FoldedChanges>? _folded;

    /// <summary>Builds the operations of one SaveChanges.</summary>
    /// <inheritdoc cref="Build" />
    public static IReadOnlyList<WriteOperation> BuildOperations(IList<IUpdateEntry> entries)
    {
        // Taken out while in use: a value converter is user code, and may save through another context.
        var builder = _cached ?? new WriteOperationBuilder();
        _cached = null;
        var operations = builder.Build(entries);
        _cached = builder;
        return operations;
    }

    /// <summary>Builds the operations, in the order in which EF lists the entries.</summary>
    /// <param name="entries">What EF wants saved. An owner whose token must be counted up because of what it owns is added to it, so that EF accepts its new
    /// token.</param>
    /// <exception cref="InvalidOperationException">An item has no key, or an owned entity no owner.</exception>
    private IReadOnlyList<WriteOperation> Build(IList<IUpdateEntry> entries)
    {
        _folded = OwnedChangeCollector.Collect(entries);
        var count = entries.Count;
        var operations = new List<WriteOperation>(count);
        for (var i = 0; i < count; i++)
        {
            var entry = (InternalEntityEntry)entries[i];
            if (!entry.EntityType.IsNested() && CreateOperation(entry) is { } operation)
            {
                operations.Add(operation);
            }
        }

        _folded = null;
        return operations;
    }

    private WriteOperation? CreateOperation(InternalEntityEntry entry)
        => entry.EntityState switch
        {
            EntityState.Added => entry.SharedIdentityEntry is { } replaced ? CreateReplace(entry, replaced) : CreateInsert(entry, CountEntries(entry)),

            // An entity that takes the place of a deleted one carries its delete.
            EntityState.Deleted => entry.SharedIdentityEntry is null ? CreateDelete(entry, CountEntries(entry)) : null,
            EntityState.Modified or EntityState.Unchanged => CreateUpdate(entry),
            _ => null,
        };

    private WriteOperation CreateInsert(InternalEntityEntry entry, int entryCount)
    {
        var writer = GetWriter(entry);
        GenerateRowVersions(writer, entry);
        return new WriteOperation
        {
            Kind = WriteKind.Insert,
            TableName = writer.TableName,
            Item = writer.CreateItem(entry),
            KeyAttributeNames = writer.KeyAttributeNames,
            ConditionExpression = EntityItemWriter.InsertCondition,
            AttributeNames = writer.InsertNames,
            Entry = entry,
            Folded = FindFolded(entry),
            EntryCount = entryCount,
        };
    }

    // The deleted entity's item is at the added one's key unless their other key properties differ; then it is a delete and an insert.
    private WriteOperation CreateReplace(InternalEntityEntry entry, InternalEntityEntry replaced)
    {
        var insert = CreateInsert(entry, CountEntries(entry));
        var delete = CreateDelete(replaced, CountEntries(replaced));
        return delete.Item.Equals(insert.GetKey()) && string.Equals(delete.TableName, insert.TableName, StringComparison.Ordinal)
            ? insert.Replacing(delete)
            : insert.MovingFrom(delete);
    }

    private WriteOperation CreateDelete(InternalEntityEntry entry, int entryCount)
    {
        var writer = GetWriter(entry);
        var expressions = CreateCondition(writer, entry);
        return new WriteOperation
        {
            Kind = WriteKind.Delete,
            TableName = writer.TableName,
            Item = writer.CreateKey(entry, original: true),
            KeyAttributeNames = writer.KeyAttributeNames,
            ConditionExpression = expressions.ConditionExpression,
            AttributeNames = expressions.AttributeNames,
            AttributeValues = expressions.AttributeValues,
            Entry = entry,
            Folded = FindFolded(entry),
            EntryCount = entryCount,
        };
    }

    private WriteOperation? CreateUpdate(InternalEntityEntry entry)
    {
        var writer = GetWriter(entry);
        var folded = FindFolded(entry);
        if (!HasChanges(entry, writer, folded))
        {
            return null;
        }

        // Counted first: a generated token turns an unchanged owner into a changed one.
        var entryCount = CountEntries(entry);
        GenerateRowVersions(writer, entry);
        var key = writer.CreateKey(entry, original: true);
        if (writer.IsKeyAffected(entry) && !writer.CreateKey(entry, original: false).Equals(key))
        {
            // The new place is written whole, so a move needs all that the entity has; what only the store has would be lost and is not read here.
            return CreateInsert(entry, entryCount).MovingFrom(CreateDelete(entry, entryCount: 0));
        }

        BeginCondition(writer, entry);
        writer.Structure.WriteChanges(new ItemChanges(_expressions, folded), parent: null, entry);
        if (!_expressions.HasChanges)
        {
            _expressions.Clear();
            return null;
        }

        var expressions = _expressions.Build();
        return new WriteOperation
        {
            Kind = WriteKind.Update,
            TableName = writer.TableName,
            Item = key,
            KeyAttributeNames = writer.KeyAttributeNames,
            UpdateExpression = expressions.UpdateExpression,
            ConditionExpression = expressions.ConditionExpression,
            AttributeNames = expressions.AttributeNames,
            AttributeValues = expressions.AttributeValues,
            Entry = entry,
            Folded = folded,
            EntryCount = entryCount,
        };
    }

    private EntryExpressions CreateCondition(EntityItemWriter writer, InternalEntityEntry entry)
    {
        BeginCondition(writer, entry);
        return _expressions.Build();
    }

    private void BeginCondition(EntityItemWriter writer, InternalEntityEntry entry)
    {
        _expressions.Clear();

        // An item that vanished must not come back as the torso that an unconditional update would make of it.
        _expressions.RequireExists(_expressions.GetPath(parent: null, writer.KeyAttributeNames[0]));
        writer.Structure.RequireTokensUnchanged(new ItemChanges(_expressions, Folded: null), parent: null, entry);
    }

    private static bool HasChanges(InternalEntityEntry entry, EntityItemWriter writer, FoldedChanges? folded)
        => folded is not null || (entry.EntityState == EntityState.Modified && (writer.Structure.IsChanged(entry) || writer.IsKeyAffected(entry)));

    private static void GenerateRowVersions(EntityItemWriter writer, InternalEntityEntry entry)
    {
        for (var i = 0; i < writer.RowVersions.Count; i++)
        {
            writer.RowVersions[i].Generate(entry);
        }
    }

    private int CountEntries(InternalEntityEntry entry)
        => (entry.EntityState == EntityState.Unchanged ? 0 : 1) + (FindFolded(entry)?.Entries.Count ?? 0);

    private FoldedChanges? FindFolded(InternalEntityEntry entry)
        => _folded is not null && _folded.TryGetValue(entry, out var folded) ? folded : null;

    private static EntityItemWriter GetWriter(InternalEntityEntry entry) => EntityItemWriter.Get(entry.EntityType);
}
