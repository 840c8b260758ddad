using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>Changes attributes; without an update only ensures that the item exists. An update that only takes away creates none.</summary>
internal sealed class UpdateWrite(TableSchema table, Item key, BoundUpdate? update, BoundCondition? condition, bool returnsItemOnFailure)
    : ItemWrite(table, condition, returnsItemOnFailure)
{
    private Item? _updated;

    public override Item Key => key;

    /// <summary>Whether the update came as <c>AttributeUpdates</c>: some texts differ.</summary>
    public bool IsLegacy { get; init; }

    /// <summary>Whether the clauses of the update have a largest size too, checked like the item's before the condition: the rule for UpdateExpressions. Otherwise only the item has.</summary>
    public bool ChargesClauses { get; init; }

    /// <summary>What the update touched, as it was; null where that is nothing.</summary>
    public Item? GetUpdatedOld() => GetTouched(OldItem);

    /// <summary>What the update touched, as it is now; null where that is nothing.</summary>
    public Item? GetUpdatedNew() => GetTouched(NewItem);

    /// <summary>What of the update is checked against the table, before any transaction.</summary>
    public static ServiceError? Validate(TableSchema table, Item key, BoundUpdate? update)
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
        _updated = null;
        var before = Existed ? current : key.Span;
        return ChargesClauses && update is not null && update.MayExceed(ItemRules.MaxSizeBytes, before) ? ValidateSizes(update, before) : null;
    }

    protected override ServiceError? ComputeNewItem(ItemSpan current, out Item? newItem)
    {
        newItem = null;
        if (update is null)
        {
            newItem = Existed ? current.ToItem() : key;
            return null;
        }

        if (!Existed && update.OnlyDeletes)
        {
            return null;
        }

        if (_updated is null && TryApply(update, Existed ? current : key.Span, out _updated) is { } error)
        {
            return error;
        }

        newItem = _updated;
        var updated = _updated!.Value.Span; // TryApply gives it or an error
        return ItemRules.ValidateUpdated(updated) ?? KeyValidator.ValidateIndexKeys(Table, updated, isUpdate: !IsLegacy, before: current);
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
        return TryApply(update, before, out _updated) is null ? ItemRules.ValidateUpdatedSize(_updated!.Value.Span) : null; // null, or an item
    }

    private static ServiceError? TryApply(BoundUpdate update, ItemSpan before, out Item? updated)
    {
        try
        {
            updated = update.Apply(before);
            return null;
        }
        catch (DynamoValidationException exception)
        {
            // A transaction reports it as one part's reason, and a group of writes must not fail with it.
            updated = null;
            return ServiceError.Validation(exception.Message);
        }
    }

    private Item? GetTouched(Item? image)
    {
        if (image is not { } present || update is null)
        {
            return null;
        }

        var touched = update.ProjectTouchedPaths(present.Span);
        return touched.Count == 0 ? null : touched;
    }
}
