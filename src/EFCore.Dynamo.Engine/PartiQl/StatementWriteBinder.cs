using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>Makes the write of a statement: INSERT puts an item that must be new, UPDATE changes one that must exist, DELETE may find none.</summary>
internal sealed class StatementWriteBinder
{
    private readonly EngineContext _context;
    private readonly PartiQlTranslator _translator;
    private readonly bool _returnsItemOnFailure;

    private StatementWriteBinder(EngineContext context, PartiQlTranslator translator, bool returnsItemOnFailure)
    {
        _context = context;
        _translator = translator;
        _returnsItemOnFailure = returnsItemOnFailure;
    }

    /// <param name="context">The tables.</param>
    /// <param name="statement">An INSERT, UPDATE, DELETE or EXISTS.</param>
    /// <param name="parameters">Its parameters, or null.</param>
    /// <param name="returnsItemOnFailure">Whether a failed condition returns the item.</param>
    /// <param name="write">The write, unless there is an error.</param>
    /// <exception cref="DynamoValidationException">The statement does not fit its parameters or the service's rules.</exception>
    public static ServiceError? TryBind(
        EngineContext context, PartiQlStatement statement, IReadOnlyList<AttributeValue>? parameters, bool returnsItemOnFailure, out StatementWrite? write)
    {
        var binder = new StatementWriteBinder(context, new PartiQlTranslator(statement, parameters), returnsItemOnFailure);
        return statement.Root switch
        {
            InsertNode insert => binder.TryBindInsert(insert, out write),
            UpdateStatementNode update => binder.TryBindUpdate(update, out write),
            DeleteNode delete => binder.TryBindDelete(delete, out write),
            ExistsNode exists => binder.TryBindExists(exists, out write),
            _ => throw new System.Diagnostics.UnreachableException("A SELECT writes nothing."),
        };
    }

    private ServiceError? TryBindInsert(InsertNode insert, out StatementWrite? write)
    {
        write = null;
        var item = _translator.TranslateItem(insert.Value);
        if ((ItemRules.ValidateShape(item.Span, _context.Dialects.ExecuteStatement) ?? ItemRules.ValidateSize(item.Span)) is { } itemError)
        {
            return itemError;
        }

        if (StatementTables.Find(_context, insert, out var error) is not { } table)
        {
            return error;
        }

        if (PutWrite.Validate(table, item) is { } keyError)
        {
            return keyError;
        }

        var condition = new StatementCondition(_translator, where: null).BindRest(table, KeyIs(table, ExpressionFunction.AttributeNotExists));
        write = new StatementWrite(new PutWrite(table, item, condition, returnsItemOnFailure: false), PartiQlReturning.None);
        return null;
    }

    private ServiceError? TryBindUpdate(UpdateStatementNode update, out StatementWrite? write)
    {
        write = null;
        var changes = _translator.TranslateUpdate(update.Actions);
        var where = new StatementCondition(_translator, update.Where);
        var bound = UpdateExpression.FromSyntax(changes).Bind(_translator.CreatePlaceholders());
        if (TryFindKey(update, where, out var table, out var key) is { } error)
        {
            return error;
        }

        if (UpdateWrite.Validate(table!, key!.Key, bound) is { } keyError) // TryFindKey gives both or an error
        {
            return keyError;
        }

        var condition = where.BindRest(table!, And(KeyIs(table!, ExpressionFunction.AttributeExists), key.Residual));
        var itemWrite = new UpdateWrite(table!, key.Key, bound, condition, _returnsItemOnFailure)
        {
            KeepsOldItem = update.Returning is PartiQlReturning.AllOld or PartiQlReturning.ModifiedOld,
        };
        write = new StatementWrite(itemWrite, update.Returning);
        return null;
    }

    private ServiceError? TryBindDelete(DeleteNode delete, out StatementWrite? write)
    {
        write = null;
        if (delete.Returning is not (PartiQlReturning.None or PartiQlReturning.AllOld))
        {
            return ServiceError.Validation(PartiQlTexts.DeleteReturning(delete.Returning));
        }

        var where = new StatementCondition(_translator, delete.Where);
        if (TryFindKey(delete, where, out var table, out var key) is { } error)
        {
            return error;
        }

        if (KeyValidator.ValidateKey(table!, key!.Key.Span) is { } keyError) // TryFindKey gives both or an error
        {
            return keyError;
        }

        // No item is fine: only one that is there can fail the condition.
        var condition = where.BindRest(table!, key.Residual is null ? null : new OrCondition([KeyIs(table!, ExpressionFunction.AttributeNotExists), key.Residual]));
        var itemWrite = new DeleteWrite(table!, key.Key, condition, _returnsItemOnFailure) { KeepsOldItem = delete.Returning == PartiQlReturning.AllOld };
        write = new StatementWrite(itemWrite, delete.Returning);
        return null;
    }

    private ServiceError? TryBindExists(ExistsNode exists, out StatementWrite? write)
    {
        write = null;
        var where = new StatementCondition(_translator, exists.Select.Where);
        if (TryFindKey(exists, where, out var table, out var key) is { } error)
        {
            return table is null ? error : ServiceError.NoSingleItem(PartiQlTexts.ExistsNeedsCondition);
        }

        if (key!.Residual is null)
        {
            return ServiceError.NoSingleItem(PartiQlTexts.ExistsNeedsCondition);
        }

        if (KeyValidator.ValidateKey(table!, key!.Key.Span) is { } keyError) // TryFindKey gives both or an error
        {
            return keyError;
        }

        var condition = where.BindRest(table!, And(KeyIs(table!, ExpressionFunction.AttributeExists), key.Residual));
        write = new StatementWrite(new CheckWrite(table!, key.Key, condition, _returnsItemOnFailure), PartiQlReturning.None);
        return null;
    }

    private ServiceError? TryFindKey(PartiQlNode statement, StatementCondition where, out TableSchema? table, out StatementKey? key)
    {
        key = null;
        table = StatementTables.Find(_context, statement, out var error);
        if (table is null)
        {
            return error;
        }

        key = statement.Source.IndexName is null ? StatementKey.Find(table, _translator, where.Root) : null;
        return key is null ? ServiceError.Validation(PartiQlTexts.MissingKeyEquality) : null;
    }

    /// <summary>Whether there is an item: each has its partition key.</summary>
    private FunctionCondition KeyIs(TableSchema table, ExpressionFunction function)
        => new(function, [new PathOperand(_translator.TranslatePath(new AttributePath(table.PartitionKey.Text)))]);

    private static ConditionNode And(ConditionNode first, ConditionNode? second) => second is null ? first : new AndCondition([first, second]);
}
