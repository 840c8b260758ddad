using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>A transaction's ConditionCheck: leaves the item as it is.</summary>
internal sealed class CheckWrite(TableSchema table, Item key, BoundCondition? condition, KeptImages images)
    : ItemWrite(table, condition, images)
{
    public override Item Key => key;

    /// <summary>Binds the write of one request, part of a request or statement to its table: what of it the table refuses, in the service's order.</summary>
    /// <exception cref="DynamoValidationException">A path of an expression leads into a key attribute.</exception>
    public static bool TryBind(
        TableSchema table,
        Item key,
        in WriteExpressions expressions,
        KeptImages images,
        OperationDialect dialect,
        [NotNullWhen(true)] out ItemWrite? write,
        [NotNullWhen(false)] out ServiceError? error)
    {
        error = CheckCondition(table, expressions.Condition, KeyValidator.ValidateKey(table, key.Span), dialect);
        write = error is null ? new CheckWrite(table, key, expressions.Condition, images) : null;
        return write is not null;
    }

    protected override ServiceError? ComputeNewItem(ItemSpan current, out Item? newItem)
    {
        newItem = Existed ? current.ToItem() : null;
        return null;
    }
}
