using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>An ExclusiveStartKey holds the key attributes of the table and, for an index, the index's, of their types, and nothing else.</summary>
internal static class StartKeyRules
{
    /// <param name="table">The table.</param>
    /// <param name="index">The index that is read, or null.</param>
    /// <param name="startKey">The request's ExclusiveStartKey.</param>
    /// <param name="otherSize">What the operation says about too few or too many attributes.</param>
    public static ServiceError? Validate(TableSchema table, IndexSchema? index, ItemSpan startKey, string otherSize)
    {
        var count = index is null ? table.Key.All.Length : CountAttributes(table.Key, index.Key);
        if (startKey.Count != count)
            return ServiceError.Validation(otherSize);
        if (index is not null && ValidateIndexKey(index, startKey) is { } error)
            return error;

        foreach (var part in table.Key.All)
        {
            if (!part.TryFind(startKey, out var value) || value.Type != part.Type)
                return ServiceError.Validation(ReadTexts.StartKeyDoesNotMatchSchema);
        }

        return null;
    }

    private static ServiceError? ValidateIndexKey(IndexSchema index, ItemSpan startKey)
    {
        foreach (var part in index.Key.All)
        {
            if (!part.TryFind(startKey, out var value))
                return ServiceError.Validation(ReadTexts.StartKeyInvalid);
            if (value.Type != part.Type)
                return ServiceError.Validation(KeyTexts.KeyDoesNotMatchSchema);
        }

        return null;
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
