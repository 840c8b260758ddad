using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Reading;

/// <summary>
///     An ExclusiveStartKey holds the key attributes of the table and, for an index, the index's, with values that keys can have, and nothing else.
/// </summary>
internal static class StartKeyRules
{
    /// <param name="table">The table.</param>
    /// <param name="index">The index that is read, or null.</param>
    /// <param name="startKey">The request's ExclusiveStartKey.</param>
    /// <param name="texts">The operation's.</param>
    public static ServiceError? Validate(TableSchema table, IndexSchema? index, ItemSpan startKey, StartKeyTexts texts)
    {
        var count = index is null ? table.Key.All.Length : CountAttributes(table.Key, index.Key);
        if (startKey.Count != count)
        {
            return ServiceError.Validation(texts.OtherAttributes);
        }

        return Validate(table.Key, startKey, texts) ?? (index is null ? null : Validate(index.Key, startKey, texts));
    }

    /// <summary>Whether a partition can hold one item only, so that a Query has nowhere to go on: the partition key tells an item from all others.</summary>
    public static bool HasSingleItemPartitions(TableSchema table, IndexSchema? index)
    {
        if (table.SortKey is not null)
        {
            return false;
        }

        return index is null || Array.Exists(index.Key.PartitionKey, part => string.Equals(part.Text, table.Key.All[0].Text, StringComparison.Ordinal));
    }

    private static ServiceError? Validate(KeyLayout key, ItemSpan startKey, StartKeyTexts texts)
    {
        foreach (var part in key.All)
        {
            if (!part.TryFind(startKey, out var value))
            {
                return ServiceError.Validation(texts.OtherAttributes);
            }

            if (value.Type != part.Type)
            {
                return ServiceError.Validation(texts.OtherType);
            }

            if (KeyValidator.ValidateSize(part, isSortKey: Array.IndexOf(key.SortKey, part) >= 0, value) is { } error)
            {
                return ServiceError.Validation(texts.ValuePrefix + error.Message);
            }
        }

        return null;
    }

    private static int CountAttributes(KeyLayout tableKey, KeyLayout indexKey)
    {
        var count = tableKey.All.Length;
        foreach (var part in indexKey.All)
        {
            if (tableKey.Find(part.Text) is null)
            {
                count++;
            }
        }

        return count;
    }
}
