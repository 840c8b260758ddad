using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>Removes the item; a missing one is fine.</summary>
internal sealed class DeleteWrite(TableSchema table, Item key, BoundCondition? condition, bool returnsItemOnFailure)
    : ItemWrite(table, condition, returnsItemOnFailure)
{
    public override Item Key => key;

    protected override ServiceError? ComputeNewItem(ItemSpan current, out Item? newItem)
    {
        newItem = null;
        return null;
    }
}
