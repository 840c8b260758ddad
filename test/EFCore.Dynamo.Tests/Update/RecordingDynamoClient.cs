using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Tests.Update;

/// <summary>Keeps the write requests it gets, answers them with success, and reads what a test gives it.</summary>
internal sealed class RecordingDynamoClient : IDynamoClient
{
    public List<object> Requests { get; } = [];

    /// <summary>Called before each answer; a test throws the service's error from it.</summary>
    public Action<object>? OnRequest { get; set; }

    public Func<GetItemRequest, GetItemResponse> OnGetItem { get; set; } = static _ => new GetItemResponse();

    /// <summary>Set to answer after a hop to another thread, as a remote service does.</summary>
    public bool IsRemote { get; set; }

    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        => AnswerAsync(request, () => OnGetItem(request), cancellationToken);

    public ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
        => AnswerAsync(request, static () => new PutItemResponse(), cancellationToken);

    public ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
        => AnswerAsync(request, static () => new UpdateItemResponse(), cancellationToken);

    public ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
        => AnswerAsync(request, static () => new DeleteItemResponse(), cancellationToken);

    public ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
        => AnswerAsync(request, static () => new TransactWriteItemsResponse(), cancellationToken);

    public ValueTask<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public ValueTask<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public ValueTask<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public ValueTask<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<T> AnswerAsync<T>(object request, Func<T> answer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsRemote)
        {
            await Task.Yield();
        }

        Requests.Add(request);
        OnRequest?.Invoke(request);
        return answer();
    }
}
