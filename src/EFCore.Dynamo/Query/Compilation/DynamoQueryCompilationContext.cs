using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Linq;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Compilation;

/// <summary>What is known about the query while it is compiled, beside its tree.</summary>
internal sealed class DynamoQueryCompilationContext : QueryCompilationContext
{
    private int _executionValueCount;
    private int _slotCount;

    private readonly HashSet<string> _lookupParameters = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public DynamoQueryCompilationContext(QueryCompilationContextDependencies dependencies, bool async)
        : base(dependencies, async)
    {
    }

    /// <summary>What the marker methods asked for.</summary>
    public QueryOptions Options { get; set; } = new();

    /// <summary>The arguments of <c>ToPageAsync</c>; null where the query returns no page.</summary>
    public PageArguments? Page { get; set; }

    /// <summary>A slot that no other source of the query has.</summary>
    public RowSlot CreateSlot()
        => new(++_slotCount);

    /// <summary>A name for the elements of a collection in a row, in what is computed of each.</summary>
    public RowSlot CreateElementSlot()
        => new(++_slotCount, IsElement: true);

    /// <summary>A place that no other has, for the row around a subquery.</summary>
    public RowSlot CreateOuterSlot()
        => RowSlot.Outer(++_slotCount);

    /// <summary>A parameter of an inner query for a value of the row that it is joined to. It is set before each read, and never null.</summary>
    /// <param name="slot">The inner query's.</param>
    /// <param name="outerKey">The value; plans name the parameter after it.</param>
    public QueryParameterExpression CreateLookupParameter(RowSlot slot, Expression outerKey)
    {
        var name = LookupNames.Create(slot, outerKey);
        while (!_lookupParameters.Add(name))
        {
            name += "'";
        }

        return new QueryParameterExpression(name, Nullable.GetUnderlyingType(outerKey.Type) ?? outerKey.Type);
    }

    /// <summary>Registers a value that is computed once an execution, before the first request.</summary>
    /// <param name="value">An expression over constants and parameters.</param>
    public QueryParameterExpression RegisterExecutionValue(Expression value)
        => RegisterRuntimeParameter($"value{_executionValueCount++}", Expression.Lambda(new ParameterReader().Visit(value), QueryContextParameter));

    private sealed class ParameterReader : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node)
            => node is QueryParameterExpression parameter ? ParameterReads.Create(parameter) : base.VisitExtension(node);
    }
}
