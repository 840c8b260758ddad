using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>A transaction's ConditionCheck: leaves the item as it is.</summary>
internal sealed class CheckWrite(TableSchema table, Item key, BoundCondition? condition, bool returnsItemOnFailure)
    : ItemWrite(table, condition, returnsItemOnFailure)
{
    public override Item Key => key;

    protected override ServiceError? ComputeNewItem(ItemSpan current, out Item? newItem)
    {
        newItem = Existed ? current.ToItem() : null;
        return null;
    }
}
