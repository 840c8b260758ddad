using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>Replaces the item as a whole.</summary>
internal sealed class PutWrite(TableSchema table, Item item, BoundCondition? condition, KeptImages images)
    : ItemWrite(table, condition, images)
{
    public override Item Key => item;

    /// <summary>Binds the write of one request, part of a request or statement to its table: what of it the table refuses, in the service's order.</summary>
    /// <exception cref="DynamoValidationException">A path of an expression leads into a key attribute.</exception>
    public static bool TryBind(
        TableSchema table,
        Item item,
        in WriteExpressions expressions,
        KeptImages images,
        OperationDialect dialect,
        [NotNullWhen(true)] out ItemWrite? write,
        [NotNullWhen(false)] out ServiceError? error)
    {
        var itemError = KeyValidator.ValidateItemKey(table, item.Span, dialect) ?? KeyValidator.ValidateIndexKeys(table, item.Span, isUpdate: false);
        error = CheckCondition(table, expressions.Condition, itemError, dialect);
        write = error is null ? new PutWrite(table, item, expressions.Condition, images) : null;
        return write is not null;
    }

    protected override ServiceError? ComputeNewItem(ItemSpan current, out Item? newItem)
    {
        newItem = item;
        return null;
    }
}
