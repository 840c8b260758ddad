using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Writing;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>Makes the write of a statement: INSERT puts an item that must be new, UPDATE changes one that must exist, DELETE may find none.</summary>
internal sealed class StatementWriteBinder : PartiQlNode.IVisitor<Bound<StatementWrite>>
{
    private readonly EngineContext _context;
    private readonly PartiQlTranslator _translator;
    private readonly KeptImages _images;

    private StatementWriteBinder(EngineContext context, PartiQlTranslator translator, KeptImages images)
    {
        _context = context;
        _translator = translator;
        _images = images;
    }

    private OperationDialect Dialect => _context.Dialects.ExecuteStatement;

    /// <param name="context">The tables.</param>
    /// <param name="statement">An INSERT, UPDATE, DELETE or EXISTS.</param>
    /// <param name="parameters">Its parameters, or null.</param>
    /// <param name="onFailure">Whether a failed condition returns the item.</param>
    /// <exception cref="DynamoValidationException">The statement does not fit its parameters or the service's rules.</exception>
    public static Bound<StatementWrite> Bind(
        EngineContext context, PartiQlStatement statement, IReadOnlyList<AttributeValue>? parameters, ReturnValuesOnConditionCheckFailure onFailure)
        => statement.Root.Accept(new StatementWriteBinder(context, new PartiQlTranslator(statement, parameters), KeptImages.Of(onFailure)));

    public Bound<StatementWrite> Visit(PartiQlNode.Select select) => throw new System.Diagnostics.UnreachableException("A SELECT writes nothing.");

    public Bound<StatementWrite> Visit(PartiQlNode.Insert insert)
    {
        var item = _translator.TranslateItem(insert.Value);
        if ((ItemRules.ValidateShape(item.Span, Dialect) ?? ItemRules.ValidateSize(item.Span)) is { } itemError)
        {
            return itemError;
        }

        if (!StatementTables.TryFind(_context, insert, out var table, out var error))
        {
            return error;
        }

        var isNew = new StatementCondition(_translator, where: null).BindWrite(KeyIs(table, ExpressionFunction.AttributeNotExists));
        if (!PutWrite.TryBind(table, item, WriteExpressions.OfStatement(isNew), default, Dialect, out var put, out var keyError))
        {
            return keyError;
        }

        return new StatementWrite(put, PartiQlReturning.None);
    }

    public Bound<StatementWrite> Visit(PartiQlNode.Update update)
    {
        var changes = _translator.TranslateUpdate(update.Actions);
        var where = new StatementCondition(_translator, update.Where);
        var bound = UpdateExpression.FromSyntax(changes).Bind(_translator.CreatePlaceholders());
        if (!TryFindKey(update, where, out var table, out var key, out var error))
        {
            return error;
        }

        var condition = where.BindWrite(And(KeyIs(table, ExpressionFunction.AttributeExists), key.Residual));
        var images = _images with { KeepsOldItem = update.Returning is PartiQlReturning.AllOld or PartiQlReturning.ModifiedOld };
        if (!UpdateWrite.TryBind(table, key.Key, WriteExpressions.OfStatement(condition, bound), images, Dialect, out var itemWrite, out var keyError))
        {
            return keyError;
        }

        return new StatementWrite(itemWrite, update.Returning);
    }

    public Bound<StatementWrite> Visit(PartiQlNode.Delete delete)
    {
        if (delete.Returning is not (PartiQlReturning.None or PartiQlReturning.AllOld))
        {
            return ServiceError.Validation(PartiQlTexts.DeleteReturning(delete.Returning));
        }

        var where = new StatementCondition(_translator, delete.Where);
        if (!TryFindKey(delete, where, out var table, out var key, out var error))
        {
            return error;
        }

        // No item is fine: only one that is there can fail the condition.
        var condition = where.BindWrite(
            key.Residual is null ? null : new ConditionNode.Or([KeyIs(table, ExpressionFunction.AttributeNotExists), key.Residual]));
        var images = _images with { KeepsOldItem = delete.Returning == PartiQlReturning.AllOld };
        if (!DeleteWrite.TryBind(table, key.Key, WriteExpressions.OfStatement(condition), images, Dialect, out var itemWrite, out var keyError))
        {
            return keyError;
        }

        return new StatementWrite(itemWrite, delete.Returning);
    }

    public Bound<StatementWrite> Visit(PartiQlNode.Exists exists)
    {
        var where = new StatementCondition(_translator, exists.Query.Where);
        if (!TryFindKey(exists, where, out var table, out var key, out var error))
        {
            return table is null ? error : ServiceError.NoSingleItem(PartiQlTexts.ExistsNeedsCondition);
        }

        if (key.Residual is null)
        {
            return ServiceError.NoSingleItem(PartiQlTexts.ExistsNeedsCondition);
        }

        var condition = where.BindWrite(And(KeyIs(table, ExpressionFunction.AttributeExists), key.Residual));
        if (!CheckWrite.TryBind(table, key.Key, WriteExpressions.OfStatement(condition), _images, Dialect, out var check, out var keyError))
        {
            return keyError;
        }

        return new StatementWrite(check, PartiQlReturning.None);
    }

    /// <returns>False with an error; then the table is there where only the key is missing.</returns>
    private bool TryFindKey(
        PartiQlNode statement,
        StatementCondition where,
        [NotNullWhen(true)] out TableSchema? table,
        [NotNullWhen(true)] out StatementKey? key,
        [NotNullWhen(false)] out ServiceError? error)
    {
        key = null;
        if (!StatementTables.TryFind(_context, statement, out table, out error))
        {
            return false;
        }

        key = statement.Source.IndexName is null ? StatementKey.Find(table, _translator, where.Root) : null;
        if (key is not null)
        {
            return true;
        }

        error = ServiceError.Validation(PartiQlTexts.MissingKeyEquality);
        return false;
    }

    /// <summary>Whether there is an item: each has its partition key.</summary>
    private ConditionNode.Call KeyIs(TableSchema table, ExpressionFunction function)
        => new(function, [new Operand.Attribute(_translator.TranslatePath(new AttributePath(table.PartitionKey.Text)))]);

    private static ConditionNode And(ConditionNode first, ConditionNode? second) => second is null ? first : new ConditionNode.And([first, second]);
}
