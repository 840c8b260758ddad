using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Update;

/// <summary>Joins a delete and an insert of one key into a replacement: a transaction may name an item only once.</summary>
internal static class SameKeyMerger
{
    /// <summary>Joins what belongs together.</summary>
    /// <param name="operations">Among them at least one delete or move.</param>
    public static IReadOnlyList<WriteOperation> Merge(List<WriteOperation> operations)
    {
        var deletes = CollectDeletes(operations);
        var merged = new HashSet<WriteOperation>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            if (operation.Kind == WriteKind.Insert
                && deletes.TryGetValue((operation.TableName, operation.GetKey()), out var delete)
                && merged.Add(delete))
            {
                operations[i] = MergeDeleteInto(operation, delete);
            }
        }

        if (merged.Count == 0)
        {
            return operations;
        }

        // What left its place to another one's move is now half of that move: both go in one transaction under any setting.
        operations.RemoveAll(merged.Contains);
        for (var i = 0; i < operations.Count; i++)
        {
            if (operations[i].MovedFrom is { } movedFrom && merged.Contains(movedFrom))
            {
                operations[i] = operations[i].With(movedFrom: null, isLinked: true);
            }
        }

        return operations;
    }

    /// <summary>Puts the inserted item over the deleted one, under the delete's condition.</summary>
    public static WriteOperation MergeDeleteInto(WriteOperation insert, WriteOperation delete)
        => new()
        {
            Kind = WriteKind.Replace,
            TableName = insert.TableName,
            Item = insert.Item,
            KeyAttributeNames = insert.KeyAttributeNames,
            ConditionExpression = delete.ConditionExpression,
            AttributeNames = delete.AttributeNames,
            AttributeValues = delete.AttributeValues,
            Entry = insert.Entry,
            FoldedEntries = [.. insert.FoldedEntries ?? [], .. delete.GetEntries()],
            EntryCount = insert.EntryCount + delete.EntryCount,
            MovedFrom = insert.MovedFrom,
            IsLinked = insert.IsLinked || delete.EntryCount == 0,
        };

    private static Dictionary<(string TableName, Item Key), WriteOperation> CollectDeletes(List<WriteOperation> operations)
    {
        var deletes = new Dictionary<(string TableName, Item Key), WriteOperation>();
        foreach (var operation in operations)
        {
            if ((operation.Kind == WriteKind.Delete ? operation : operation.MovedFrom) is { } delete)
            {
                deletes.TryAdd((delete.TableName, delete.Item), delete);
            }
        }

        return deletes;
    }
}
