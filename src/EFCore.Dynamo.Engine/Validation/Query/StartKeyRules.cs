using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>An ExclusiveStartKey holds the key attributes of the table and, for an index, the index's, of their types, and nothing else.</summary>
internal static class StartKeyRules
{
    public static ServiceError? Validate(TableSchema table, IndexSchema? index, ItemSpan startKey)
    {
        if (index is null)
        {
            if (startKey.Count != table.Key.All.Length)
                return ServiceError.Validation(ReadTexts.StartKeyHasOtherSize);
            return HasAll(table.Key, startKey) ? null : ServiceError.Validation(ReadTexts.StartKeyDoesNotMatchSchema);
        }

        return startKey.Count == CountAttributes(table.Key, index.Key) && HasAll(table.Key, startKey) && HasAll(index.Key, startKey)
            ? null
            : ServiceError.Validation(ReadTexts.StartKeyInvalid);
    }

    private static bool HasAll(KeyLayout key, ItemSpan startKey)
    {
        foreach (var part in key.All)
        {
            if (!part.TryFind(startKey, out var value) || value.Type != part.Type)
                return false;
        }

        return true;
    }

    private static int CountAttributes(KeyLayout tableKey, KeyLayout indexKey)
    {
        var count = tableKey.All.Length;
        foreach (var part in indexKey.All)
        {
            if (tableKey.Find(part.Text) is null)
                count++;
        }

        return count;
    }
}
