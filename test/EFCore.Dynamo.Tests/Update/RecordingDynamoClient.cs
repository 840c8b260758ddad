using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Tests.Update;

/// <summary>Keeps the write requests it gets, answers them with success, and reads what a test gives it.</summary>
internal sealed class RecordingDynamoClient() : DelegatingDynamoClient(RefusingDynamoClient.Create())
{
    public List<object> Requests { get; } = [];

    /// <summary>Called before each answer; a test throws the service's error from it.</summary>
    public Action<object>? OnRequest { get; set; }

    public Func<GetItemRequest, GetItemResponse> OnGetItem { get; set; } = static _ => new GetItemResponse();

    /// <summary>Set to answer after a hop to another thread, as a remote service does.</summary>
    public bool IsRemote { get; set; }

    public override ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        => AnswerAsync(request, () => OnGetItem(request), cancellationToken);

    public override ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
        => AnswerAsync(request, static () => new PutItemResponse(), cancellationToken);

    public override ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
        => AnswerAsync(request, static () => new UpdateItemResponse(), cancellationToken);

    public override ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
        => AnswerAsync(request, static () => new DeleteItemResponse(), cancellationToken);

    public override ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
        => AnswerAsync(request, static () => new TransactWriteItemsResponse(), cancellationToken);

    protected override void Dispose(bool disposing)
    {
    }

    protected override ValueTask DisposeAsyncCore() => default;

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
