using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>A query over one table, as data: what Query/Translation hands to Query/Planning.</summary>
/// <remarks>
///     <para>
///         The steps of the query in the order in which they mean something: <see cref="Conjuncts" />, then <see cref="Orderings" /> (or
///         <see cref="IsReversed" />), then <see cref="Offset" />, then <see cref="Limit" />, then <see cref="ClientOperators" />, then
///         <see cref="Aggregate" />. All up to <see cref="Limit" /> may run on the service or on the client: the planner decides. The rest always runs on the
///         client.
///     </para>
///     <para>Immutable: each step of the translation makes a new one.</para>
/// </remarks>
internal sealed class DynamoQueryExpression : Expression
{
    /// <summary>Starts a query over all items of an entity type and those derived from it.</summary>
    /// <param name="entityType">The type that the query names.</param>
    /// <param name="tableName">The table without the prefix of the connection.</param>
    public DynamoQueryExpression(IEntityType entityType, string tableName)
    {
        EntityType = entityType;
        TableName = tableName;
    }

    private DynamoQueryExpression(DynamoQueryExpression other)
    {
        EntityType = other.EntityType;
        TableName = other.TableName;
        Conjuncts = other.Conjuncts;
        Orderings = other.Orderings;
        IsReversed = other.IsReversed;
        Offset = other.Offset;
        Limit = other.Limit;
        ClientOperators = other.ClientOperators;
        Aggregate = other.Aggregate;
        Projection = other.Projection;
        Options = other.Options;
    }

    /// <summary>The root entity type, narrowed by <c>OfType</c>: its key layout and indexes are those that can serve the query.</summary>
    public IEntityType EntityType { get; private init; }

    /// <summary>The table without the prefix of the connection.</summary>
    public string TableName { get; }

    /// <summary>Conditions that all hold; the discriminator's is among them where the table is shared.</summary>
    public ImmutableArray<QueryConjunct> Conjuncts { get; private init; } = [];

    /// <summary>The requested order, most significant first; empty leaves the order to the source.</summary>
    public ImmutableArray<QueryOrdering> Orderings { get; private init; } = [];

    /// <summary>Without <see cref="Orderings" />: the source's own order (the sort key's) backwards, as <c>Last</c> and <c>Reverse</c> ask for it.</summary>
    public bool IsReversed { get; private init; }

    /// <summary>How many rows are left out after the order; an <see cref="int" /> constant or parameter.</summary>
    public DynamoOperand? Offset { get; private init; }

    /// <summary>How many rows are kept after <see cref="Offset" />; an <see cref="int" /> constant or parameter.</summary>
    public DynamoOperand? Limit { get; private init; }

    /// <summary>Steps after <see cref="Limit" />, in order.</summary>
    public ImmutableArray<ClientOperator> ClientOperators { get; private init; } = [];

    /// <summary>The value that the rows become; null where the rows themselves are the result.</summary>
    public QueryAggregate? Aggregate { get; private init; }

    /// <summary>
    ///     The attributes that the result is made of; null means whole items (an entity is materialized). What client operators read comes on top.
    /// </summary>
    public ImmutableArray<DocumentPath>? Projection { get; private init; }

    /// <summary>What the marker methods asked for.</summary>
    public QueryOptions Options { get; private init; } = new();

    /// <inheritdoc />
    public override Type Type
        => typeof(object);

    /// <inheritdoc />
    public override ExpressionType NodeType
        => ExpressionType.Extension;

    /// <summary>Whether a condition on the items that are read means the same before all steps as behind them.</summary>
    public bool CanTakeConjuncts
        => Offset is null && Limit is null && ClientOperators.All(o => o.KeepsConditions);

    /// <summary>False where a lookup may make several rows of an item.</summary>
    public bool HasOneRowForEachItem
        => !ClientOperators.Any(o => o.MultipliesRows);

    /// <summary>Whether an order by the first source means the same before all steps as behind them.</summary>
    public bool CanTakeOrderings
        => Offset is null && Limit is null && ClientOperators.All(o => o is LookupOperator);

    /// <summary>Whether Skip means the same before all steps as behind them.</summary>
    public bool CanTakeOffset
        => Offset is null && CanTakeLimit;

    /// <summary>Whether Take means the same before all steps as behind them.</summary>
    public bool CanTakeLimit
        => Limit is null && ClientOperators.All(o => o.KeepsRows);

    /// <summary>True once the number of rows is cut, so that what follows must run on the client.</summary>
    public bool IsCut
        => Offset is not null || Limit is not null || ClientOperators.Length > 0;

    public DynamoQueryExpression WithEntityType(IEntityType entityType)
        => new(this) { EntityType = entityType };

    public DynamoQueryExpression AddConjunct(QueryConjunct conjunct)
        => new(this) { Conjuncts = Conjuncts.Add(conjunct) };

    public DynamoQueryExpression WithoutConjuncts()
        => new(this) { Conjuncts = [] };

    public DynamoQueryExpression WithOrderings(ImmutableArray<QueryOrdering> orderings)
        => new(this) { Orderings = orderings, IsReversed = false };

    public DynamoQueryExpression WithReversed(bool isReversed)
        => new(this) { IsReversed = isReversed };

    public DynamoQueryExpression WithOffset(DynamoOperand offset)
        => new(this) { Offset = offset };

    public DynamoQueryExpression WithLimit(DynamoOperand limit)
        => new(this) { Limit = limit };

    public DynamoQueryExpression AddClientOperator(ClientOperator clientOperator)
        => new(this) { ClientOperators = ClientOperators.Add(clientOperator) };

    public DynamoQueryExpression WithClientOperators(ImmutableArray<ClientOperator> clientOperators)
        => new(this) { ClientOperators = clientOperators };

    public DynamoQueryExpression WithAggregate(QueryAggregate aggregate)
        => new(this) { Aggregate = aggregate };

    public DynamoQueryExpression WithProjection(ImmutableArray<DocumentPath>? projection)
        => new(this) { Projection = projection };

    public DynamoQueryExpression WithOptions(QueryOptions options)
        => new(this) { Options = options };

    /// <summary>The query with a step that ends it after so many rows.</summary>
    public DynamoQueryExpression Take(DynamoOperand count)
        => CanTakeLimit ? WithLimit(count) : AddClientOperator(new TakeOperator(count));

    /// <summary>The query with its rows turned around.</summary>
    public DynamoQueryExpression Reverse()
        => !CanTakeOffset ? AddClientOperator(new ReverseOperator())
            : Orderings.Length > 0 ? WithOrderings([.. Orderings.Select(o => o with { IsAscending = !o.IsAscending })])
            : WithReversed(!IsReversed);

    /// <summary>The query that ends in one value.</summary>
    /// <remarks>Which rows are counted can depend on their order, but the aggregate itself does not.</remarks>
    public DynamoQueryExpression Aggregated(QueryAggregate aggregate)
    {
        var hasOrderedLimit = Limit is not null
            && aggregate.Kind is not (AggregateKind.Any or AggregateKind.None or AggregateKind.Count or AggregateKind.LongCount);
        var isOrdered = ClientOperators.Length > 0 || Offset is not null || Limit is not (null or ConstantOperand) || hasOrderedLimit;
        return (isOrdered ? this : WithOrderings([])).WithAggregate(aggregate);
    }

    /// <inheritdoc />
    protected override Expression VisitChildren(ExpressionVisitor visitor)
        => this;
}
