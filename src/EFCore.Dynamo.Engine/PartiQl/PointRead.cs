using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Effects.Lag;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>A SELECT of one item by its primary key: what batches and transactions take.</summary>
/// <param name="table">The table.</param>
/// <param name="requestedName">What the statement calls it.</param>
/// <param name="key">The primary key.</param>
/// <param name="filter">What else the item must satisfy, or null.</param>
/// <param name="projection">The paths, or null for the whole item.</param>
internal sealed class PointRead(RecentImages? images, TableSchema table, string requestedName, Item key, BoundCondition? filter, BoundProjection? projection)
{
    public TableSchema Table => table;

    public string RequestedName => requestedName;

    public Item Key => key;

    /// <param name="context">The tables.</param>
    /// <param name="statement">A SELECT.</param>
    /// <param name="parameters">Its parameters, or null.</param>
    /// <param name="withoutKey">The text where it names an index, or no whole primary key.</param>
    /// <exception cref="DynamoValidationException">The statement does not fit its parameters or the service's rules.</exception>
    public static Bound<PointRead> Bind(EngineContext context, PartiQlStatement statement, IReadOnlyList<AttributeValue>? parameters, string withoutKey)
    {
        var select = (PartiQlNode.Select)statement.Root;
        var translator = new PartiQlTranslator(statement, parameters);
        var where = new StatementCondition(translator, select.Where);
        if (!StatementTables.TryFind(context, select, out var table, out var tableError))
        {
            return tableError;
        }

        if (select.Source.IndexName is not null || StatementKey.Find(table, translator, where.Root) is not { } key)
        {
            return ServiceError.NoSingleItem(withoutKey);
        }

        var filter = where.BindRest(table, key.Residual);
        var projection = SelectPlanner.BindProjection(table, translator, select);
        if (KeyValidator.ValidateKey(table, key.Key.Span) is { } keyError)
        {
            return keyError;
        }

        return new PointRead(context.Consistency.RecentImages, table, select.Source.TableName, key.Key, filter, projection);
    }

    /// <summary>The selected item, or null.</summary>
    /// <param name="transaction">The reader.</param>
    /// <param name="isConsistent">Whether it must see what is.</param>
    /// <param name="sizeBytes">What the read is charged by: the stored item's size, selected or not.</param>
    public Item? Read(TransactionView transaction, bool isConsistent, out int sizeBytes)
    {
        sizeBytes = 0;
        if (!StaleReads.TryGet(images, table, transaction, key.Span, isConsistent, out var stored))
        {
            return null;
        }

        sizeBytes = stored.SizeBytes;
        if (filter is not null && !filter.Evaluate(stored))
        {
            return null;
        }

        return projection is null ? stored.ToItem() : projection.Apply(stored);
    }
}
