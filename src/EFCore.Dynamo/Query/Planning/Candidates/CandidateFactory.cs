using System.Collections.Immutable;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Constraints;
using EFCore.Dynamo.Query.Planning.Paths;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>Works out what reading along one path would mean for a query.</summary>
internal sealed class CandidateFactory
{
    private readonly DynamoQueryExpression _query;
    private readonly PlanningOptions _options;
    private readonly KeyConstraints _constraints;
    private readonly AccessPath _table;
    private readonly RowNeeds _needs;

    public CandidateFactory(DynamoQueryExpression query, PlanningOptions options, KeyConstraints constraints, AccessPath table)
    {
        _query = query;
        _options = options;
        _constraints = constraints;
        _table = table;
        _needs = RowNeeds.Of(query);
    }

    /// <summary>A keyed read.</summary>
    /// <param name="path">The table or index.</param>
    /// <param name="refusal">Why it cannot serve the query; null where it can.</param>
    public CandidateRead? TryCreate(AccessPath path, out string? refusal)
    {
        if (path.IsGlobalIndex && _query.Options.ConsistentRead)
        {
            refusal = "a global secondary index cannot be read consistently";
            return null;
        }

        if (PathMatcher.TryMatch(path, _constraints, out refusal) is not { } match)
        {
            return null;
        }

        var operation = !match.IsFullKey ? AccessOperation.Query : match.Lists.IsEmpty ? AccessOperation.GetItem : AccessOperation.BatchGetItem;
        var residual = ResidualConditions.Of(operation, path, _constraints, match);
        var candidate = Create(operation, path, match, residual);
        var missing = IndexCoverage.FindMissing(
            path,
            _table,
            candidate.Select == Operations.Select.Count ? [] : candidate.Projection,
            residual.Filter,
            () => EntityAttributes.Find(_query.EntityType));
        if (missing.Count == 0)
        {
            return candidate;
        }

        if (path.IsGlobalIndex)
        {
            refusal = $"it does not project {string.Join(", ", missing)}";
            return null;
        }

        // A local index fetches what it lacks from the table, item by item.
        return candidate with
        {
            Select = candidate.Select ?? (candidate.Projection is null ? Operations.Select.AllAttributes : null),
            Units = ReadEstimate.OfQuery(match, candidate.IsLimited ? Guess() : null, needsClientOrder: true, fetchesItems: true, candidate.ConsistentRead),
        };
    }

    /// <summary>The read of everything, which always works.</summary>
    public CandidateRead CreateScan()
        => Create(AccessOperation.Scan, _table, null, ResidualConditions.Of(AccessOperation.Scan, _table, _constraints, match: null));

    /// <summary>A Query that reads the items among others: conditions, order and limits are all the client's.</summary>
    /// <param name="match">What is read.</param>
    /// <param name="isConsistent">Whether it is read consistently.</param>
    public CandidateRead CreateAmongOthers(PathMatch match, bool isConsistent)
        => Create(AccessOperation.Scan, _table, match: null, ResidualConditions.OfNoRead(_constraints)) with
        {
            Operation = AccessOperation.Query,
            Match = match,
            ConsistentRead = isConsistent,
            Projection = null,
            Units = ReadEstimate.OfQuery(match, limit: null, needsClientOrder: true, fetchesItems: false, isConsistent),
        };

    private CandidateRead Create(AccessOperation operation, AccessPath path, PathMatch? match, ResidualConditions residual)
    {
        var isForward = true;
        // At most one item is in every order.
        var isOrderedInPartition = operation == AccessOperation.GetItem || _needs.Orderings.IsEmpty
            || (operation == AccessOperation.Query && ServerOrder.TryServe(_needs.Orderings, path, _constraints, out isForward));
        var isOneSource = operation == AccessOperation.GetItem || (operation == AccessOperation.Query && match!.Lists.IsEmpty); // a Query has a key condition
        var needsOrder = !_needs.Orderings.IsEmpty && operation != AccessOperation.GetItem && !(isOrderedInPartition && isOneSource);
        var isReversedByService = _needs.IsReversed && isOneSource;
        var takes = _needs.Take is not null && (!_needs.TakeIsForServerOrderOnly || isOrderedInPartition);
        var isLimited = takes && residual.IsEmpty && isOrderedInPartition && (!_needs.IsReversed || isOneSource)
            && operation is AccessOperation.Query or AccessOperation.Scan && !(operation == AccessOperation.Scan && needsOrder);
        var clientOperators = CreateClientOperators(
            operation,
            residual,
            needsOrder,
            _needs.IsReversed && !isReversedByService && operation != AccessOperation.GetItem,
            isOrderedInPartition && isOneSource,
            path,
            isOneSource);
        var isCounted = clientOperators.IsEmpty && operation is AccessOperation.Query or AccessOperation.Scan
            && _query.Aggregate is { Kind: AggregateKind.Count or AggregateKind.LongCount or AggregateKind.Any or AggregateKind.None };
        var consistentRead = _query.Options.ConsistentRead || (_options.ConsistentRead && !path.IsGlobalIndex);
        return new()
        {
            Operation = operation,
            Path = path,
            Match = match,
            Filter = residual.Filter,
            ClientOperators = clientOperators,
            IsForward = isReversedByService ? !isForward : isForward,
            IsLimited = isLimited,
            Select = isCounted ? Select.Count : null,
            ConsistentRead = consistentRead,
            Projection = isCounted ? null : CreateProjection(path, clientOperators),
            Units = Estimate(operation, match, isLimited, needsOrder, consistentRead),
        };
    }

    private ImmutableArray<ClientOperator> CreateClientOperators(
        AccessOperation operation,
        ResidualConditions residual,
        bool needsOrder,
        bool needsReverse,
        bool isOrderedByService,
        AccessPath path,
        bool isOneSource)
    {
        var operators = ImmutableArray.CreateBuilder<ClientOperator>();
        operators.AddRange(residual.Client.Select(c => new FilterOperator(c.RowPredicate)));
        if (_needs.TakeIsForServerOrderOnly)
        {
            if (isOrderedByService && !_needs.Orderings.IsEmpty && operation != AccessOperation.GetItem)
            {
                // The first row is the least or the greatest.
                operators.Add(new TakeOperator(_needs.Take!)); // such needs take one row
            }
        }
        else
        {
            if (needsOrder)
            {
                operators.Add(new OrderOperator(_needs.Orderings));
            }

            if (needsReverse)
            {
                operators.Add(new ReverseOperator());
            }

            if (_needs.Skip is not null)
            {
                operators.Add(new SkipOperator(_needs.Skip));
            }

            // One item is taken or, by the binder, not even asked for.
            if (_needs.Take is not null && operation != AccessOperation.GetItem)
            {
                operators.Add(new TakeOperator(_needs.Take));
            }
        }

        operators.AddRange(_query.ClientOperators);
        return GroupStreaming.Mark(operators.ToImmutable(), keys => IsTogether(keys, operation, path, isOneSource));
    }

    // A scan reads one partition after another.
    private bool IsTogether(IReadOnlyCollection<DocumentPath> keys, AccessOperation operation, AccessPath path, bool isOneSource)
        => operation == AccessOperation.Scan
            ? path.PartitionKeys.SelectMany(component => component.Holes).Select(KeyPaths.Of).ToHashSet().SetEquals(keys)
            : isOneSource && ServerOrder.IsTogether(keys, path, _constraints);

    // A projection of nothing is no projection to the service: the partition key stands for "there is an item".
    private ImmutableArray<DocumentPath>? CreateProjection(AccessPath path, ImmutableArray<ClientOperator> clientOperators)
    {
        if (_query.Projection is not { } projection || ProjectionCollector.Extend(projection, clientOperators) is not { } paths)
        {
            return null;
        }

        return paths.IsEmpty ? [DocumentPath.Root(path.PartitionKeys[0].AttributeName)] : paths;
    }

    private double Estimate(AccessOperation operation, PathMatch? match, bool isLimited, bool needsOrder, bool consistentRead)
        => operation switch
        {
            AccessOperation.GetItem => ReadEstimate.OfItems(1, consistentRead),
            AccessOperation.BatchGetItem => ReadEstimate.OfItems(ReadEstimate.CountKeys(match!.Lists), consistentRead), // a keyed read has a key condition
            AccessOperation.Query => ReadEstimate.OfQuery(match!, isLimited ? Guess() : null, needsOrder, fetchesItems: false, consistentRead), // as a Query is
            _ => ReadEstimate.OfScan(isLimited ? Guess() : null, consistentRead),
        };

    private int? Guess() => ReadEstimate.Guess([_needs.Skip, _needs.Take]);
}
