using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation.Keys;

/// <summary>Checks keys and key attributes of items against a table's schema.</summary>
internal static class KeyValidator
{
    public const int MaxPartitionKeyBytes = 2048;
    public const int MaxSortKeyBytes = 1024;

    /// <summary>A key parameter: exactly the key attributes, of their types, not empty, not too long. One pass, for every read by key pays for it.</summary>
    public static ServiceError? ValidateKey(TableSchema table, ItemSpan key)
    {
        var parts = table.Key.All;
        if (key.Count != parts.Length)
        {
            return ServiceError.Validation(KeyTexts.KeyDoesNotMatchSchema);
        }

        ServiceError? sizeError = null;
        foreach (var part in parts)
        {
            if (!part.TryFind(key, out var value) || value.Type != part.Type)
            {
                return ServiceError.Validation(KeyTexts.KeyDoesNotMatchSchema);
            }

            sizeError ??= ValidateSize(part, ReferenceEquals(part, table.SortKey), value);
        }

        return sizeError;
    }

    /// <summary>The primary key inside an item to put.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">The item.</param>
    /// <param name="dialect">Whether the operation says what was wrong.</param>
    public static ServiceError? ValidateItemKey(TableSchema table, ItemSpan item, OperationDialect dialect)
    {
        ServiceError? sizeError = null;
        foreach (var part in table.Key.All)
        {
            if (!part.TryFind(item, out var value))
            {
                return ServiceError.Validation(dialect.NamesKeyAttributes ? KeyTexts.MissingKey(part.Text) : KeyTexts.KeyDoesNotMatchSchema);
            }

            if (value.Type != part.Type)
            {
                return ServiceError.Validation(dialect.NamesKeyAttributes ? KeyTexts.TypeMismatch(part, value.Type) : KeyTexts.KeyDoesNotMatchSchema);
            }

            sizeError ??= ValidateSize(part, ReferenceEquals(part, table.SortKey), value);
        }

        return sizeError;
    }

    /// <summary>The index keys that an update sets, as far as the expression alone says their types.</summary>
    public static ServiceError? ValidateIndexKeyTypes(TableSchema table, BoundUpdate update)
    {
        foreach (var index in table.IndexesByName)
        {
            foreach (var part in index.Key.All)
            {
                if (update.FindStaticType(part.Text) is { } type && type != part.Type)
                {
                    return ServiceError.Validation(KeyTexts.IndexTypeMismatch(part, type, index.Name));
                }
            }
        }

        return null;
    }

    /// <summary>The index keys inside an item: absent is fine (the index is sparse), another type or an empty value is not.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">The item as it shall be.</param>
    /// <param name="isUpdate">Whether an update expression made it: some texts differ.</param>
    /// <param name="before">The item before the update: a value that an index, which came later, left out may stay. Empty where there is none.</param>
    public static ServiceError? ValidateIndexKeys(TableSchema table, ItemSpan item, bool isUpdate, ItemSpan before = default)
    {
        foreach (var index in table.IndexesByName)
        {
            foreach (var part in index.Key.All)
            {
                if (!part.TryFind(item, out var value) || (index.IsAddedLater && IsSame(part, value, before)))
                {
                    continue;
                }

                if (value.Type != part.Type)
                {
                    return ServiceError.Validation(isUpdate ? KeyTexts.UpdatedIndexKeyType : KeyTexts.IndexTypeMismatch(part, value.Type, index.Name));
                }

                if (IsEmpty(value))
                {
                    return ServiceError.EmptyKeyValue(isUpdate ? KeyTexts.EmptyUpdatedIndexKey(part) : KeyTexts.EmptyIndexKey(part, index.Name));
                }
            }

            if (FindTooLong(index, item, out var error) && !(index.IsAddedLater && HasSameKey(index, item, before)))
            {
                return isUpdate ? ServiceError.Validation(KeyTexts.UpdatedIndexKeyTooLong) : error;
            }
        }

        return null;
    }

    /// <summary>Whether the attributes of the index's key, which the item has with their types, are neither empty nor too long.</summary>
    public static bool FitsIndexKey(IndexSchema index, ItemSpan item)
    {
        foreach (var part in index.Key.All)
        {
            if (part.TryFind(item, out var value) && IsEmpty(value))
            {
                return false;
            }
        }

        return !FindTooLong(index, item, out _);
    }

    private static bool IsSame(SchemaAttribute part, AttributeValueSpan value, ItemSpan before)
        => part.TryFind(before, out var old) && old.PackedBytes.SequenceEqual(value.PackedBytes);

    private static bool HasSameKey(IndexSchema index, ItemSpan item, ItemSpan before)
    {
        foreach (var part in index.Key.All)
        {
            if (part.TryFind(item, out var value) && !IsSame(part, value, before))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A key attribute's value is neither empty nor too long.</summary>
    public static ServiceError? ValidateSize(SchemaAttribute part, bool isSortKey, AttributeValueSpan value)
    {
        if (part.Type == AttributeType.Number)
        {
            return null;
        }

        var sizeBytes = value.Type == AttributeType.Binary ? value.GetBinary().Length : value.GetUtf8String().Length;
        if (sizeBytes == 0)
        {
            return ServiceError.EmptyKeyValue(KeyTexts.EmptyKey(part));
        }

        if (isSortKey)
        {
            return sizeBytes > MaxSortKeyBytes ? ServiceError.Validation(KeyTexts.SortKeyTooLong) : null;
        }

        return sizeBytes > MaxPartitionKeyBytes ? ServiceError.Validation(KeyTexts.PartitionKeyTooLong) : null;
    }

    private static bool FindTooLong(IndexSchema index, ItemSpan item, [NotNullWhen(true)] out ServiceError? error)
    {
        error = null;
        foreach (var attribute in index.Key.PartitionKey)
        {
            if (SizeOf(attribute, item) > MaxPartitionKeyBytes)
            {
                error = ServiceError.Validation(KeyTexts.PartitionKeyTooLong);
            }
        }

        var sortKeyBytes = 0;
        foreach (var attribute in index.Key.SortKey)
        {
            sortKeyBytes += SizeOf(attribute, item);
        }

        if (sortKeyBytes > MaxSortKeyBytes)
        {
            error = ServiceError.Validation(KeyTexts.SortKeyTooLong);
        }

        return error is not null;
    }

    private static int SizeOf(SchemaAttribute attribute, ItemSpan item) => attribute.TryFind(item, out var value)
        ? value.Type switch
        {
            AttributeType.String => value.GetUtf8String().Length,
            AttributeType.Binary => value.GetBinary().Length,
            _ => 0,
        }
        : 0;

    private static bool IsEmpty(AttributeValueSpan value) => value.Type switch
    {
        AttributeType.String => value.GetUtf8String().IsEmpty,
        AttributeType.Binary => value.GetBinary().IsEmpty,
        _ => false,
    };
}
