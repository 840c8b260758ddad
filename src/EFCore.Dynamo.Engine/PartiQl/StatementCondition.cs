using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>A WHERE clause. Its operands are checked as soon as it is translated, which is before its table is looked for.</summary>
internal sealed class StatementCondition
{
    private readonly PartiQlTranslator _translator;
    private readonly BoundCondition? _bound;

    /// <exception cref="DynamoValidationException">It is no condition, or one that the service does not support.</exception>
    public StatementCondition(PartiQlTranslator translator, PartiQlExpression? where)
    {
        _translator = translator;
        if (where is null)
        {
            return;
        }

        Root = translator.TranslateCondition(where);
        _bound = Bind(Root);
    }

    /// <summary>The clause as a condition; null where the statement has none.</summary>
    public ConditionNode? Root { get; }

    /// <summary>What is left to evaluate when the keys are known; that no path leads into a key is checked of the whole clause.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rest">A part of the clause, with what the write adds to it; null where nothing is left.</param>
    public BoundCondition? BindRest(TableSchema table, ConditionNode? rest)
    {
        KeyPathRules.Validate(table, _bound);
        return Rebind(rest);
    }

    /// <summary>
    ///     The condition of a write. That no path leads into a key is checked of it with the write's key: the equalities that became the key have none that
    ///     could.
    /// </summary>
    /// <inheritdoc cref="BindRest" path="/param[@name='rest']" />
    public BoundCondition? BindWrite(ConditionNode? rest) => Rebind(rest);

    private BoundCondition? Rebind(ConditionNode? rest) => rest is null ? null : ReferenceEquals(rest, Root) ? _bound : Bind(rest);

    private BoundCondition Bind(ConditionNode condition)
        => ConditionExpression.FromSyntax(condition, ExpressionParameter.Statement).Bind(_translator.CreatePlaceholders());
}
