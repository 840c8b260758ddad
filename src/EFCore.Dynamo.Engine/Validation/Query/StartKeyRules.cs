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
    /// <param name="message">What the operation says, whatever is wrong.</param>
    public static ServiceError? Validate(TableSchema table, IndexSchema? index, ItemSpan startKey, string message)
    {
        var count = index is null ? table.Key.All.Length : CountAttributes(table.Key, index.Key);
        return startKey.Count == count && HasKey(table.Key, startKey) && (index is null || HasKey(index.Key, startKey)) ? null : ServiceError.Validation(message);
    }

    private static bool HasKey(KeyLayout key, ItemSpan startKey)
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
