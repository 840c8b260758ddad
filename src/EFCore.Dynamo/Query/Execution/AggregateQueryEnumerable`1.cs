using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Execution.Stages;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>One execution of a query that ends in one value: a sequence of that value.</summary>
internal sealed class AggregateQueryEnumerable<TResult>(
    DynamoQueryContext context, CompiledAggregateQuery<TResult> query) : QueryEnumerable<TResult>(context, query)
{
    private readonly DynamoQueryContext _context = context;

    /// <inheritdoc />
    private protected override QueryEnumerator<TResult> CreateEnumerator(CancellationToken cancellationToken)
        => new Enumerator(_context, query, cancellationToken);

    private sealed class Enumerator(DynamoQueryContext context, CompiledAggregateQuery<TResult> query, CancellationToken cancellationToken)
        : QueryEnumerator<TResult>(context, query, cancellationToken)
    {
        private PageSource? _source;
        private bool _isDone;

        public override void Dispose()
            => _source?.Dispose();

        private protected override void Initialize()
            => _source = query.CreateSource(Context);

        private protected override bool TryMoveNext()
            => false;

        private protected override async ValueTask<bool> ReadAndMoveNextAsync()
        {
            if (_isDone)
            {
                return false;
            }

            _isDone = true;
            var aggregate = query.CreateAggregate(Context);
            var first = StageChain.Create(query.Stages, Context, aggregate);
            var keepsRows = query.KeepsRows;
            while (!first.IsDone && await _source!.ReadNextAsync(CancellationToken).ConfigureAwait(false)) // Initialize runs first
            {
                if (query.Plan.IsCounted)
                {
                    aggregate.PushCount(_source.Count);
                }
                else
                {
                    StageChain.Push(first, _source.Items);
                }

                if (!keepsRows)
                {
                    _source.ForgetPages();
                }
            }

            first.Complete();
            Current = aggregate.Result;
            return true;
        }
    }
}
