using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Planning.Requests;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>One item by its key, without a page around it.</summary>
internal sealed class PointQueryEnumerator<T>(DynamoQueryContext context, CompiledRowQuery<T> query, CancellationToken cancellationToken)
    : QueryEnumerator<T>(context, query, cancellationToken)
{
    private BoundAccess _bound;
    private bool _isRead;

    /// <inheritdoc />
    private protected override void Initialize()
        => _bound = query.Plan.Bind(Context.Parameters);

    /// <inheritdoc />
    private protected override bool TryMoveNext()
        => false;

    /// <inheritdoc />
    private protected override ValueTask<bool> ReadAndMoveNextAsync()
    {
        // A value of the key may turn out null at run time: then there is nothing to read.
        if (_isRead || _bound.Operation == AccessOperation.Empty)
        {
            return new(result: false);
        }

        _isRead = true;
        var response = new PlannedRequestSender(Context, query.Plan).GetItemAsync(_bound.GetItem, CancellationToken);
        return response.IsCompletedSuccessfully ? new(Shape(response.Result)) : ShapeAsync(response);
    }

    private async ValueTask<bool> ShapeAsync(ValueTask<GetItemResponse> response)
        => Shape(await response.ConfigureAwait(false));

    private bool Shape(GetItemResponse response)
    {
        if (response.Item is not { } item)
        {
            return false;
        }

        Current = query.Shaper(Context, item);
        return true;
    }
}
