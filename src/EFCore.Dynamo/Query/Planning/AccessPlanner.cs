using System.Collections.Immutable;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Candidates;
using EFCore.Dynamo.Query.Planning.Constraints;
using EFCore.Dynamo.Query.Planning.Keys;
using EFCore.Dynamo.Query.Planning.Paths;
using EFCore.Dynamo.Query.Planning.Requests;

namespace EFCore.Dynamo.Query.Planning;

/// <summary>Decides how a query reads: constraints, then candidates, then the cheapest of them.</summary>
/// <remarks>Runs once for each compiled query, without a store and without knowledge of the data.</remarks>
internal sealed class AccessPlanner
{
    private readonly DynamoQueryExpression _query;
    private readonly PlanningOptions _options;
    private readonly ImmutableArray<AccessPath> _paths;
    private readonly KeyConstraints _constraints;
    private readonly CandidateFactory _factory;

    private AccessPlanner(DynamoQueryExpression query, PlanningOptions options)
    {
        _query = query;
        _options = options;
        _paths = AccessPathFactory.Create(query.EntityType);
        _constraints = KeyConstraintExtractor.Extract(query.Conjuncts);
        _factory = new(query, options, _constraints, _paths[0]);
    }

    /// <summary>The plan of a query.</summary>
    /// <remarks>
    ///     Queries of a context are planned with Warn or Allow, so that ToQueryString has a plan to print; without consent the enumerator refuses them.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The options say Throw, and the plan would be a scan; the text names the ways out.</exception>
    public static AccessPlan Plan(DynamoQueryExpression query, PlanningOptions options) => new AccessPlanner(query, options).Plan(isFirstSource: true);

    private static AccessPlan PlanFurther(DynamoQueryExpression query, PlanningOptions options, string? whyNoKey = null)
        => new AccessPlanner(query, options).Plan(isFirstSource: false, whyNoKey);

    // A scan that is there because a lookup has no key is refused by what would make it one.
    private AccessPlan Plan(bool isFirstSource, string? whyNoKey = null)
    {
        if (FindContradiction() is { } contradiction)
        {
            return CreateEmpty(contradiction);
        }

        var (reads, refusals) = ListReads();

        // MinBy takes the first of equals: the table before its indexes.
        var chosen = reads.MinBy(r => r.Units) ?? _factory.CreateScan();
        var warning = chosen.Operation == AccessOperation.Scan && !_query.Options.AllowScan && _options.ScanBehavior != ScanBehavior.Allow
            ? whyNoKey ?? ScanRefusal.Describe(_query, _paths, _constraints, refusals)
            : null;
        if (warning is not null && _options.ScanBehavior == ScanBehavior.Throw)
        {
            throw new InvalidOperationException(warning);
        }

        var candidates = ListCandidates(reads, refusals, chosen);
        return isFirstSource && TryShare(chosen) is var (shared, sources)
            ? Create(shared, warning: null, candidates, whereKeyIsNull: null, [.. sources, .. PlanOtherSources(sources.Length)])
            : Create(chosen, warning, candidates, PlanForNull(chosen, reads), PlanOtherSources());
    }

    private (List<CandidateRead> Reads, List<(AccessPath Path, string Reason)> Refusals) ListReads()
    {
        var reads = new List<CandidateRead>();
        var refusals = new List<(AccessPath Path, string Reason)>();
        foreach (var path in _paths)
        {
            if (_factory.TryCreate(path, out var refusal) is { } read)
            {
                reads.Add(read);
            }
            else
            {
                refusals.Add((path, refusal!)); // no candidate, so a reason
            }
        }

        return (reads, refusals);
    }

    // The lookups that come first may be of items in the partition of the rows: as many of them as one Query can read without reading what nobody asks for.
    private (CandidateRead Read, ImmutableArray<SourcePlan> Sources)? TryShare(CandidateRead chosen)
    {
        if (_query.Options.IsPaged || !SharedPartition.IsOfWholeType(chosen))
        {
            return null;
        }

        var lookups = _query.ClientOperators
            .TakeWhile(o => o is LookupOperator { Inner.Options.MaxItemsRead: null, Carried.IsEmpty: true, KeyConditions.IsEmpty: false })
            .Cast<LookupOperator>();
        var reads = lookups.Select(lookup => (lookup.Inner, Read: TryChooseInPartition(lookup, chosen))).TakeWhile(pair => pair.Read is not null).ToList();
        for (var count = reads.Count; count > 0; count--)
        {
            var shared = reads[..count];
            if (SharedPartition.TryCreateMatch(chosen, [.. shared.Select(pair => pair.Read!)], [.. shared.Select(pair => pair.Inner.EntityType)]) // TakeWhile
                is { } match)
            {
                var sources = shared.Select(pair => new AccessPlanner(pair.Inner, _options).CreateInPartition(match, chosen.ConsistentRead));
                return (_factory.CreateAmongOthers(match, chosen.ConsistentRead), [.. sources]);
            }
        }

        return null;
    }

    private CandidateRead? TryChooseInPartition(LookupOperator lookup, CandidateRead outer)
        => new AccessPlanner(AddKeys(lookup, condition => condition), _options).TryChoose() is { } read
            && SharedPartition.IsOfWholeType(read) && SharedPartition.IsSame(outer, read, lookup)
                ? read
                : null;

    private SourcePlan CreateInPartition(PathMatch match, bool isConsistent)
        => new(
            Create(_factory.CreateAmongOthers(match, isConsistent), warning: null, [], whereKeyIsNull: null, PlanOtherSources()),
            IsReadOnce: false,
            IsInPartition: true);

    private CandidateRead? TryChoose()
        => FindContradiction() is null ? ListReads().Reads.MinBy(r => r.Units) : null;

    // An index holds no items without its keys: a query that a null parameter turns into a search for those reads something else, if that was allowed.
    private AccessPlan? PlanForNull(CandidateRead chosen, List<CandidateRead> reads)
    {
        if (chosen.Match is not { MayAskForNull: true })
        {
            return null;
        }

        var read = reads.Where(r => r.Match is not { MayAskForNull: true }).MinBy(r => r.Units) ?? _factory.CreateScan();
        var warning = read.Operation == AccessOperation.Scan && !_query.Options.AllowScan && _options.ScanBehavior != ScanBehavior.Allow
            ? PlanningStrings.IndexHasNoNulls(chosen.Path.ToString(), string.Join(", ", chosen.Path.KeyComponents))
            : null;
        return Create(read, warning, [], whereKeyIsNull: null, PlanOtherSources());
    }

    private string? FindContradiction()
        => _constraints.Contradiction
            ?? (_query.Limit is ConstantOperand { Value: <= 0 } ? "nothing is taken" : null)
            ?? _paths[0].KeyComponents.SelectMany(c => c.Holes).Select(KeyPaths.Of)
                .Where(p => _constraints.Find(p) is { IsAbsent: true })
                .Select(p => $"{p} is part of the key and never null")
                .FirstOrDefault();

    private AccessPlan CreateEmpty(string contradiction)
        => new(EmptyBinder.Instance, new AccessPlanText { Reason = contradiction, ClientOperators = _query.ClientOperators })
        {
            Operation = AccessOperation.Empty,
            TableName = _query.TableName,
            ClientOperators = _query.ClientOperators,
            Aggregate = _query.Aggregate,
            Candidates = [new(_query.TableName, null, AccessOperation.Empty, 0, contradiction, IsChosen: true)],
        };

    private AccessPlan Create(
        CandidateRead read,
        string? warning,
        IReadOnlyList<AccessCandidate> candidates,
        AccessPlan? whereKeyIsNull,
        ImmutableArray<SourcePlan> otherSources)
    {
        var text = new AccessPlanText
        {
            Match = read.Match,
            FilterPredicates = read.Filter,
            ProjectionPaths = read.Projection,
            ClientOperators = read.ClientOperators,
            Skip = _query.Offset,
            Take = read.IsLimited ? RowNeeds.Of(_query).Take : null,
            Aggregate = _query.Aggregate,
        };
        return new(CreateBinder(read), text)
        {
            Operation = read.Operation,
            TableName = _query.TableName,
            IndexName = read.Path.IndexName,
            IsParallel = read is { Operation: AccessOperation.Query, Match.Lists.IsEmpty: false },
            ScanIndexForward = read.IsForward,
            IsLimited = read.IsLimited,
            Select = read.Select,
            ConsistentRead = read.ConsistentRead,
            EstimatedReadUnits = read.Units,
            Candidates = candidates,
            ScanWarning = warning,
            WhereKeyIsNull = whereKeyIsNull,
            ClientOperators = read.ClientOperators,
            Aggregate = _query.Aggregate,
            OtherSources = otherSources,
        };
    }

    private ImmutableArray<SourcePlan> PlanOtherSources(int start = 0)
        => [.. _query.ClientOperators.Where(o => o.OtherSource is not null).Skip(start).Select(PlanOtherSource)];

    private SourcePlan PlanOtherSource(ClientOperator clientOperator)
        => clientOperator is LookupOperator lookup ? PlanLookup(lookup) : new SourcePlan(PlanFurther(clientOperator.OtherSource!, _options), IsReadOnce: true);

    // Each source is planned by itself: what a lookup compares keys with are parameters to it. Where they are no part of the key, reading once is cheaper than
    // reading the same for each.
    private SourcePlan PlanLookup(LookupOperator lookup)
    {
        if (lookup.KeyConditions.IsEmpty)
        {
            return new SourcePlan(PlanFurther(lookup.Inner, _options), IsReadOnce: true);
        }

        var keyed = PlanFurther(AddKeys(lookup, condition => condition), _options with
        {
            ScanBehavior = _options.ScanBehavior == ScanBehavior.Allow ? ScanBehavior.Allow : ScanBehavior.Warn,
        });
        if (keyed.Operation is AccessOperation.Empty
            || lookup.Keys.Any(key => keyed.KeyCondition?.Contains("@" + key.ParameterName, StringComparison.Ordinal) == true))
        {
            return new SourcePlan(keyed, IsReadOnce: false);
        }

        // A limit is that of one row's items: what all have in common cannot be read under it, and the client compares the keys.
        var common = lookup.IsOneForAll ? lookup.Inner : AddKeys(lookup, condition => condition with { Predicate = null });
        return new SourcePlan(PlanFurther(common, _options, keyed.ScanWarning), IsReadOnce: true);
    }

    private static DynamoQueryExpression AddKeys(LookupOperator lookup, Func<QueryConjunct, QueryConjunct> map)
        => lookup.KeyConditions.Aggregate(lookup.Inner, (query, condition) => query.AddConjunct(map(condition)));

    private AccessBinder CreateBinder(CandidateRead read)
    {
        var texts = new RequestTextFactory(read.Operation == AccessOperation.Query ? read.Match : null, read.Filter, read.Projection);
        var needs = RowNeeds.Of(_query);
        var limit = new RowLimit(needs.Skip, needs.Take, read.IsLimited);
        var noParameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        return read.Operation switch
        {
            AccessOperation.GetItem => new GetItemBinder(read.Match!, texts.Get(SortConditionKind.None, noParameters), limit, read.ConsistentRead), // keyed
            AccessOperation.BatchGetItem
                => new BatchGetItemBinder(read.Match!, texts.Get(SortConditionKind.None, noParameters), limit, read.ConsistentRead), // keyed
            AccessOperation.Query => new QueryBinder(read.Match!, texts, limit, new QueryRequest // keyed
            {
                TableName = _query.TableName,
                IndexName = read.Path.IndexName,
                ScanIndexForward = read.IsForward,
                Select = read.Select,
                ConsistentRead = read.ConsistentRead,
            }),
            _ => new ScanBinder(texts, limit, new ScanRequest { TableName = _query.TableName, Select = read.Select, ConsistentRead = read.ConsistentRead }),
        };
    }

    private static List<AccessCandidate> ListCandidates(List<CandidateRead> reads, List<(AccessPath Path, string Reason)> refusals, CandidateRead chosen)
    {
        var candidates = reads.ConvertAll(
            r => Describe(r, r == chosen, r == chosen ? "the cheapest" : r.Units > chosen.Units ? "costs more" : "costs the same, but comes later"));
        if (chosen.Operation == AccessOperation.Scan)
        {
            candidates.Add(Describe(chosen, isChosen: true, "no key condition can be made of the query's conditions"));
        }

        candidates.AddRange(refusals.Select(r => new AccessCandidate(r.Path.TableName, r.Path.IndexName, null, null, r.Reason, IsChosen: false)));
        return candidates;
    }

    private static AccessCandidate Describe(CandidateRead read, bool isChosen, string reason)
        => new(read.Path.TableName, read.Path.IndexName, read.Operation, read.Units, reason, isChosen);
}
