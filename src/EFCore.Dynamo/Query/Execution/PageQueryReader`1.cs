using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Lookups;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Execution.Stages;
using EFCore.Dynamo.Query.Planning.Requests;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Executes a query for one page of its result.</summary>
/// <remarks>
///     Each request asks for no more items than the page still has room for, so the service's <c>LastEvaluatedKey</c> is always the last item of the page,
///     whatever a filter leaves out.
/// </remarks>
internal sealed class PageQueryReader<T>(CompiledRowQuery<T> query, PageArguments arguments)
{
    /// <summary>Reads the page.</summary>
    /// <exception cref="ArgumentException">The continuation is damaged, or belongs to another query.</exception>
    /// <exception cref="InvalidOperationException">The query cannot be continued from a key.</exception>
    public async Task<Page<T>> ReadAsync(DynamoQueryContext context)
    {
        var cancellationToken = context.CancellationToken;
        var pages = new PageEnumerator(context, CompiledQuery.Choose(query, context), arguments, cancellationToken);
        await using var disposal = pages.ConfigureAwait(false);
        await pages.MoveNextAsync().ConfigureAwait(false);
        return pages.Current;
    }

    /// <summary>A sequence of one page: EF's checks and log events are those of any enumeration.</summary>
    private sealed class PageEnumerator(DynamoQueryContext context, CompiledRowQuery<T> query, PageArguments arguments, CancellationToken cancellationToken)
        : QueryEnumerator<Page<T>>(context, query, cancellationToken)
    {
        private readonly List<T> _items = [];

        private int _pageSize;
        private BoundAccess _bound;
        private Item? _startKey;
        private ulong _fingerprint;

        private protected override void Initialize()
        {
            if (!query.Plan.IsContinuable || !query.Plan.ClientOperators.All(o => o is FilterOperator or LookupOperator { MultipliesRows: false }))
            {
                throw new InvalidOperationException(QueryStrings.NotContinuable(query.Plan.ToString()));
            }

            _pageSize = (int)Evaluate(arguments.PageSize)!; // ToPageAsync passes an int
            _bound = query.Plan.Bind(Context.Parameters);
            _fingerprint = Continuation.CreateFingerprint(_bound);
            _startKey = Evaluate(arguments.Continuation) is string { Length: > 0 } continuation ? Continuation.Read(continuation, _fingerprint) : null;
        }

        private protected override bool TryMoveNext()
            => false;

        private protected override async ValueTask<bool> ReadAndMoveNextAsync()
        {
            var budget = new ReadBudget(query.MaxItemsRead, query.Plan);
            var buffer = new RowBuffer();
            var first = StageChain.Create(query.Stages, Context, buffer);
            do
            {
                var items = await ReadAsync(budget, _pageSize - buffer.Rows.Count).ConfigureAwait(false);
                await PushAsync(first, items, budget).ConfigureAwait(false);
            }
            while (_startKey is not null && buffer.Rows.Count < _pageSize);

            foreach (var row in buffer.Rows)
            {
                _items.Add(query.Shaper(Context, row));
            }

            Current = new Page<T>(_items, _startKey is { } key ? Continuation.Write(key, _fingerprint) : null);
            return true;
        }

        // What is looked up makes no more rows of the items, so the page goes on from the last of them.
        private async ValueTask PushAsync(RowStage first, IReadOnlyList<Item> items, ReadBudget budget)
        {
            if (query.Pipeline.IsEmpty)
            {
                StageChain.Push(first, items);
                return;
            }

            using var joined = query.Pipeline.Apply(Context, new ListSource(items, budget), budget);
            while (await joined.ReadNextAsync(CancellationToken).ConfigureAwait(false))
            {
                StageChain.Push(first, joined.Items);
            }
        }

        private async ValueTask<IReadOnlyList<Item>> ReadAsync(ReadBudget budget, int limit)
        {
            var sender = new PlannedRequestSender(Context, query.Plan);
            switch (_bound.Operation)
            {
                case AccessOperation.Query:
                    var queried = await sender
                        .QueryAsync(_bound.Query with { Limit = budget.Bound(limit), ExclusiveStartKey = _startKey }, CancellationToken).ConfigureAwait(false);
                    budget.Add(queried.ScannedCount);
                    _startKey = queried.LastEvaluatedKey;
                    return queried.Items;
                case AccessOperation.Scan:
                    var scanned = await sender
                        .ScanAsync(_bound.Scan with { Limit = budget.Bound(limit), ExclusiveStartKey = _startKey }, CancellationToken).ConfigureAwait(false);
                    budget.Add(scanned.ScannedCount);
                    _startKey = scanned.LastEvaluatedKey;
                    return scanned.Items;
                case AccessOperation.GetItem:
                    var got = await sender.GetItemAsync(_bound.GetItem, CancellationToken).ConfigureAwait(false);
                    return got.Item is { } item ? [item] : [];
                default:
                    return [];
            }
        }

        private object? Evaluate(DynamoOperand operand)
            => operand is ParameterOperand parameter ? Context.Parameters[parameter.Name] : ((ConstantOperand)operand).Value;
    }
}
