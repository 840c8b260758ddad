using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>Replaces the item as a whole.</summary>
internal sealed class PutWrite(TableSchema table, Item item, BoundCondition? condition, bool returnsItemOnFailure)
    : ItemWrite(table, condition, returnsItemOnFailure)
{
    public override Item Key => item;

    /// <summary>What of the item is checked against the table, before any transaction.</summary>
    public static ServiceError? Validate(TableSchema table, Item item, bool isBatch = false)
        => KeyValidator.ValidateItemKey(table, item.Span, isBatch) ?? KeyValidator.ValidateIndexKeys(table, item.Span, isUpdate: false);

    protected override ServiceError? ComputeNewItem(ItemSpan current, out Item? newItem)
    {
        newItem = item;
        return null;
    }
}
