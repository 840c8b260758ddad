using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>Changes attributes; without an update only ensures that the item exists. An update that only takes away creates none.</summary>
internal sealed class UpdateWrite(TableSchema table, Item key, BoundUpdate? update, BoundCondition? condition, bool returnsItemOnFailure)
    : ItemWrite(table, condition, returnsItemOnFailure)
{
    public override Item Key => key;

    /// <summary>Whether the update came as <c>AttributeUpdates</c>: some texts differ.</summary>
    public bool IsLegacy { get; init; }

    /// <summary>What the update touched, as it was; null where that is nothing.</summary>
    public Item? GetUpdatedOld() => GetTouched(OldItem);

    /// <summary>What the update touched, as it is now; null where that is nothing.</summary>
    public Item? GetUpdatedNew() => GetTouched(NewItem);

    /// <summary>What of the update is checked against the table, before any transaction.</summary>
    public static ServiceError? Validate(TableSchema table, Item key, BoundUpdate? update)
    {
        if (KeyValidator.ValidateKey(table, key.Span) is { } error)
            return error;
        if (update is null)
            return null;

        update.ThrowIfChangesKey(table.Key.Names);
        if (KeyValidator.ValidateIndexKeyTypes(table, update) is { } typeError)
            return typeError;
        KeyPathRules.Validate(table, update);
        return null;
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

        Item updated;
        try
        {
            updated = update.Apply(Existed ? current : key.Span);
        }
        catch (DynamoValidationException exception)
        {
            // A transaction reports it as one part's reason, and a group of writes must not fail with it.
            return ServiceError.Validation(exception.Message);
        }

        newItem = updated;
        return ItemRules.ValidateUpdated(updated.Span) ?? KeyValidator.ValidateIndexKeys(Table, updated.Span, isUpdate: !IsLegacy, before: current);
    }

    private Item? GetTouched(Item? image)
    {
        if (image is not { } present || update is null)
            return null;
        var touched = update.ProjectTouchedPaths(present.Span);
        return touched.Count == 0 ? null : touched;
    }
}
