using System.Collections.Immutable;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Paths;
using EFCore.Dynamo.Query.Planning.Requests;

namespace EFCore.Dynamo.Query.Planning;

/// <summary>Everything a query will do, decided before its first request.</summary>
/// <remarks>
///     Decided once, when the query is compiled; the values of parameters come in with each execution. <see cref="ToString()" /> is what <c>ToQueryString</c>
///     prints, <see cref="Explain" /> adds what else was considered. Immutable and safe to share between threads.
/// </remarks>
public sealed class AccessPlan
{
    private readonly AccessBinder _binder;
    private readonly AccessPlanText _text;

    internal AccessPlan(AccessBinder binder, AccessPlanText text)
    {
        _binder = binder;
        _text = text;
    }

    /// <summary>What the service is asked to do.</summary>
    public required AccessOperation Operation { get; init; }

    /// <summary>The table, without the connection's prefix.</summary>
    public required string TableName { get; init; }

    /// <summary>The secondary index; null for the table itself.</summary>
    public string? IndexName { get; init; }

    /// <summary>Whether one Query a key is sent instead of one for all, because a key attribute is compared with a list of values.</summary>
    public bool IsParallel { get; init; }

    /// <summary>The condition on key attributes with the names of parameters in the place of values; null for a scan.</summary>
    public string? KeyCondition => _text.KeyCondition;

    /// <summary>The condition that the service evaluates on the items it has read; null where there is none.</summary>
    public string? Filter => _text.Filter;

    /// <summary>The attributes that are returned; null for all.</summary>
    public IReadOnlyList<string>? Projection => _text.Projection;

    /// <summary>Whether items come in ascending order of the sort key.</summary>
    public bool ScanIndexForward { get; init; } = true;

    /// <summary>Whether <c>Take</c> and its relatives bound the number of items that the service reads.</summary>
    public bool IsLimited { get; init; }

    /// <summary>What the service returns of each item; null leaves it to the projection.</summary>
    public Select? Select { get; init; }

    /// <summary>Whether reads are strongly consistent.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>What runs in the provider on the items that come back, in order.</summary>
    public IReadOnlyList<string> ClientSteps => _text.ClientSteps;

    /// <summary>A rough cost in read units, for comparing plans: items of 1 KB, 100 items in a partition, 10,000 in a table, 10 values in a list.</summary>
    public double EstimatedReadUnits { get; init; }

    /// <summary>All ways to read that were considered, the chosen one among them.</summary>
    public IReadOnlyList<AccessCandidate> Candidates { get; init; } = [];

    /// <summary>Why the query is a scan and what would make it a keyed read, one sentence; null for a keyed read.</summary>
    public string? ScanWarning { get; init; }

    /// <summary>What runs on the client, in order: filters, order, skip and take, then the query's own operators.</summary>
    internal ImmutableArray<ClientOperator> ClientOperators { get; init; } = [];

    /// <summary>The value that the rows become at the end; with <see cref="IsCounted" /> the rows are only counted.</summary>
    internal QueryAggregate? Aggregate { get; init; }

    /// <summary>The plans of the further sources that <see cref="ClientOperators" /> bring in, in order.</summary>
    internal ImmutableArray<SourcePlan> OtherSources { get; init; } = [];

    /// <summary>What is done instead where a value that this plan looks up in an index turns out null; null where that cannot be.</summary>
    internal AccessPlan? WhereKeyIsNull { get; init; }

    /// <summary>How the conditions bind the keys of what is read; null for a scan.</summary>
    internal PathMatch? Match => _text.Match;

    /// <summary>Whether the service only counts: the responses' <c>Count</c> are added up and there are no items.</summary>
    internal bool IsCounted => Select == Operations.Select.Count;

    /// <summary>Whether rows come from one source in an order that a page can go on from.</summary>
    internal bool IsContinuable
        => Operation is AccessOperation.Query or AccessOperation.Scan or AccessOperation.GetItem or AccessOperation.Empty && !IsParallel;

    /// <summary>Every candidate, one a line, with its cost or why it cannot serve the query.</summary>
    public string Explain() => _text.Explain(this);

    /// <summary>One operation a line, then what runs on the client.</summary>
    public override string ToString() => _text.Print(this, parameters: null);

    /// <summary>The same with the values of one execution.</summary>
    internal string ToString(IReadOnlyDictionary<string, object?> parameters) => _text.Print(this, parameters);

    /// <summary>This plan, or the one for an execution that asks an index for null.</summary>
    internal AccessPlan Choose(IReadOnlyDictionary<string, object?> parameters)
        => WhereKeyIsNull is not null && _text.Match!.AsksForNull(parameters) ? WhereKeyIsNull : this; // only a keyed read has another plan

    /// <summary>The requests of one execution.</summary>
    /// <param name="parameters">The values of the query's parameters by name.</param>
    /// <exception cref="InvalidOperationException">A value asks for items that the chosen index does not hold, or a list is too long for a filter.</exception>
    internal BoundAccess Bind(IReadOnlyDictionary<string, object?> parameters) => _binder.Bind(parameters);
}
