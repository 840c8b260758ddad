using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>Changes attributes; without an update only ensures that the item exists. An update that only takes away creates none.</summary>
internal sealed class UpdateWrite(TableSchema table, Item key, in WriteExpressions expressions, KeptImages images, OperationDialect dialect)
    : ItemWrite(table, expressions.Condition, images)
{
    private readonly BoundUpdate? _update = expressions.Update;

    // Some texts differ.
    private readonly bool _isLegacy = expressions.IsLegacyUpdate;

    // The rule for UpdateExpressions: checked like the item's size before the condition. Otherwise only the item has a largest size.
    private readonly bool _chargesClauses = dialect.ChargesUpdateClauses;

    // Computed before the condition, where its size is checked then.
    private Item? _computed;

    public override Item Key => key;

    /// <inheritdoc />
    public override Item? GetUpdatedOld() => GetTouched(OldItem);

    /// <inheritdoc />
    public override Item? GetUpdatedNew() => GetTouched(NewItem);

    /// <summary>Binds the write of one request, part of a request or statement to its table: what of it the table refuses, in the service's order.</summary>
    /// <exception cref="DynamoValidationException">A path of an expression leads into a key attribute, or the update changes one.</exception>
    public static bool TryBind(
        TableSchema table,
        Item key,
        in WriteExpressions expressions,
        KeptImages images,
        OperationDialect dialect,
        [NotNullWhen(true)] out ItemWrite? write,
        [NotNullWhen(false)] out ServiceError? error)
    {
        error = CheckCondition(table, expressions.Condition, Validate(table, key, expressions.Update), dialect);
        write = error is null ? new UpdateWrite(table, key, expressions, images, dialect) : null;
        return write is not null;
    }

    private static ServiceError? Validate(TableSchema table, Item key, BoundUpdate? update)
    {
        if (KeyValidator.ValidateKey(table, key.Span) is { } error)
        {
            return error;
        }

        if (update is null)
        {
            return null;
        }

        update.ThrowIfChangesKey(table.Key.Names);
        if (KeyValidator.ValidateIndexKeyTypes(table, update) is { } typeError)
        {
            return typeError;
        }

        KeyPathRules.Validate(table, update);
        return null;
    }

    protected override ServiceError? ValidateBeforeCondition(ItemSpan current)
    {
        _computed = null;
        var before = Existed ? current : key.Span;
        return _chargesClauses && _update is not null && _update.MayExceed(ItemRules.MaxSizeBytes, before) ? ValidateSizes(_update, before) : null;
    }

    protected override ServiceError? ComputeNewItem(ItemSpan current, out Item? newItem)
    {
        newItem = null;
        if (_update is null)
        {
            newItem = Existed ? current.ToItem() : key;
            return null;
        }

        if (!Existed && _update.OnlyDeletes)
        {
            return null;
        }

        if (_computed is not { } computed && !TryApply(_update, Existed ? current : key.Span, out computed, out var error))
        {
            return error;
        }

        newItem = computed;
        return ItemRules.ValidateUpdated(computed.Span) ?? KeyValidator.ValidateIndexKeys(Table, computed.Span, isUpdate: !_isLegacy, before: current);
    }

    private ServiceError? ValidateSizes(BoundUpdate update, ItemSpan before)
    {
        if (update.MeasureCharge(before) > ItemRules.MaxSizeBytes)
        {
            return ServiceError.Validation(ItemRules.UpdatedTooLarge);
        }

        if (!Existed && update.OnlyDeletes)
        {
            return null;
        }

        // What does not fit the item is refused after the condition, which may fail first.
        if (!TryApply(update, before, out var computed, out _))
        {
            return null;
        }

        _computed = computed;
        return ItemRules.ValidateUpdatedSize(computed.Span);
    }

    private static bool TryApply(BoundUpdate update, ItemSpan before, out Item updated, [NotNullWhen(false)] out ServiceError? error)
    {
        error = null;
        try
        {
            updated = update.Apply(before);
            return true;
        }
        catch (DynamoValidationException exception)
        {
            // A transaction reports it as one part's reason, and a group of writes must not fail with it.
            updated = default;
            error = ServiceError.Validation(exception.Message);
            return false;
        }
    }

    private Item? GetTouched(Item? image)
    {
        if (image is not { } present || _update is null)
        {
            return null;
        }

        var touched = _update.ProjectTouchedPaths(present.Span);
        return touched.Count == 0 ? null : touched;
    }
}
