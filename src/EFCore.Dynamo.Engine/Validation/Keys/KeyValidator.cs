using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation;

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
            return ServiceError.Validation(KeyTexts.KeyDoesNotMatchSchema);

        ServiceError? sizeError = null;
        foreach (var part in parts)
        {
            if (!part.TryFind(key, out var value) || value.Type != part.Type)
                return ServiceError.Validation(KeyTexts.KeyDoesNotMatchSchema);
            sizeError ??= ValidateSize(table, part, value);
        }

        return sizeError;
    }

    /// <summary>The primary key inside an item to put.</summary>
    public static ServiceError? ValidateItemKey(TableSchema table, ItemSpan item)
    {
        ServiceError? sizeError = null;
        foreach (var part in table.Key.All)
        {
            if (!part.TryFind(item, out var value))
                return ServiceError.Validation(KeyTexts.MissingKey(part.Text));
            if (value.Type != part.Type)
                return ServiceError.Validation(KeyTexts.TypeMismatch(part, value.Type));
            sizeError ??= ValidateSize(table, part, value);
        }

        return sizeError;
    }

    /// <summary>The index keys inside an item to put: absent is fine (the index is sparse), another type is not.</summary>
    public static ServiceError? ValidateIndexKeys(TableSchema table, ItemSpan item)
    {
        foreach (var index in table.Indexes)
        {
            foreach (var attribute in index.Key.All)
            {
                if (!attribute.TryFind(item, out var value))
                    continue;
                if (value.Type != attribute.Type)
                    return ServiceError.Validation(KeyTexts.IndexTypeMismatch(attribute, value.Type, index.Name));
                if (IsEmpty(value))
                    return ServiceError.Validation(KeyTexts.EmptyIndexKey(attribute, index.Name));
            }

            if (FindTooLong(index, item, out var error))
                return error;
        }

        return null;
    }

    /// <summary>The index keys of an item that an update produced: the service has other texts for them.</summary>
    public static ServiceError? ValidateUpdatedIndexKeys(TableSchema table, ItemSpan item)
    {
        foreach (var index in table.Indexes)
        {
            foreach (var attribute in index.Key.All)
            {
                if (!attribute.TryFind(item, out var value))
                    continue;
                if (value.Type != attribute.Type)
                    return ServiceError.Validation(KeyTexts.UpdatedIndexKeyHasWrongType);
                if (IsEmpty(value))
                    return ServiceError.Validation(string.Format(CultureInfo.InvariantCulture, KeyTexts.UpdatedIndexKeyEmpty, KeyTexts.KindOf(attribute.Type)));
            }

            if (FindTooLong(index, item, out _))
                return ServiceError.Validation(KeyTexts.UpdatedIndexKeyTooLong);
        }

        return null;
    }

    private static ServiceError? ValidateSize(TableSchema table, KeyPart part, AttributeValueSpan value)
    {
        if (part.Type == AttributeType.Number)
            return null;

        var sizeBytes = value.Type == AttributeType.Binary ? value.GetBinary().Length : value.GetUtf8String().Length;
        if (sizeBytes == 0)
            return ServiceError.Validation(KeyTexts.EmptyKey(part));
        if (ReferenceEquals(part, table.SortKey))
            return sizeBytes > MaxSortKeyBytes ? ServiceError.Validation(KeyTexts.SortKeyTooLong) : null;
        return sizeBytes > MaxPartitionKeyBytes ? ServiceError.Validation(KeyTexts.PartitionKeyTooLong) : null;
    }

    private static bool FindTooLong(IndexSchema index, ItemSpan item, [NotNullWhen(true)] out ServiceError? error)
    {
        error = null;
        foreach (var attribute in index.Key.PartitionKey)
        {
            if (SizeOf(attribute, item) > MaxPartitionKeyBytes)
                error = ServiceError.Validation(KeyTexts.PartitionKeyTooLong);
        }

        var sortKeyBytes = 0;
        foreach (var attribute in index.Key.SortKey)
            sortKeyBytes += SizeOf(attribute, item);
        if (sortKeyBytes > MaxSortKeyBytes)
            error = ServiceError.Validation(KeyTexts.SortKeyTooLong);
        return error is not null;
    }

    private static int SizeOf(KeyPart attribute, ItemSpan item) => attribute.TryFind(item, out var value)
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
