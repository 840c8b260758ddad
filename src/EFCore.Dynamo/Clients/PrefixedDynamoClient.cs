using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Clients;

/// <summary>
///     Puts the connection's table prefix in front of the table names of requests, and takes it off again where a response is looked up by table name.
/// </summary>
/// <remarks>The client behind it is shared and stays open when this one is disposed.</remarks>
internal sealed class PrefixedDynamoClient(IDynamoClient client, string prefix) : DelegatingDynamoClient(client)
{
    public override ValueTask<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default)
        => Inner.CreateTableAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public override ValueTask<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default)
        => Inner.DescribeTableAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public override async ValueTask<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default)
    {
        // Names are listed in order, so those with the prefix stand together: start right before them, stop after them.
        var start = request.ExclusiveStartTableName is null ? prefix : Add(request.ExclusiveStartTableName);
        var response = await Inner.ListTablesAsync(request with { ExclusiveStartTableName = start }, cancellationToken).ConfigureAwait(false);
        var names = response.TableNames.TakeWhile(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(Remove).ToArray();
        var isLast = response.LastEvaluatedTableName?.StartsWith(prefix, StringComparison.Ordinal) is not true;
        return new ListTablesResponse(names, isLast ? null : Remove(response.LastEvaluatedTableName!)); // not null: it has the prefix
    }

    public override ValueTask<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default)
        => Inner.DeleteTableAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public override ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        => Inner.GetItemAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public override ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
        => Inner.PutItemAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public override ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
        => Inner.UpdateItemAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public override ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
        => Inner.DeleteItemAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public override ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
        => Inner.QueryAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public override ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
        => Inner.ScanAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public override async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        var response = await Inner.BatchGetItemAsync(request with { RequestItems = AddAll(request.RequestItems) }, cancellationToken).ConfigureAwait(false);
        return response with { Responses = RemoveAll(response.Responses), UnprocessedKeys = RemoveAll(response.UnprocessedKeys) };
    }

    public override async ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        var response = await Inner.BatchWriteItemAsync(request with { RequestItems = AddAll(request.RequestItems) }, cancellationToken).ConfigureAwait(false);
        return response with { UnprocessedItems = RemoveAll(response.UnprocessedItems) };
    }

    public override ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
        => Inner.TransactGetItemsAsync(
            request with { TransactItems = request.TransactItems?.Select(item => item with { TableName = Add(item.TableName) }).ToArray() },
            cancellationToken);

    public override ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
        => Inner.TransactWriteItemsAsync(request with { TransactItems = request.TransactItems?.Select(Add).ToArray() }, cancellationToken);

    public override ValueTask<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default)
        => Inner.UpdateTableAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public override ValueTask<UpdateTimeToLiveResponse> UpdateTimeToLiveAsync(UpdateTimeToLiveRequest request, CancellationToken cancellationToken = default)
        => Inner.UpdateTimeToLiveAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public override ValueTask<DescribeTimeToLiveResponse> DescribeTimeToLiveAsync(
        DescribeTimeToLiveRequest request, CancellationToken cancellationToken = default)
        => Inner.DescribeTimeToLiveAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    protected override void Dispose(bool disposing)
    {
    }

    protected override ValueTask DisposeAsyncCore() => default;

    private TransactWriteItem Add(TransactWriteItem item)
        => new()
        {
            ConditionCheck = item.ConditionCheck is { } check ? check with { TableName = Add(check.TableName) } : null,
            Put = item.Put is { } put ? put with { TableName = Add(put.TableName) } : null,
            Update = item.Update is { } update ? update with { TableName = Add(update.TableName) } : null,
            Delete = item.Delete is { } delete ? delete with { TableName = Add(delete.TableName) } : null,
        };

    private string? Add(string? tableName) => tableName is null ? null : prefix + tableName;

    private string Remove(string tableName) => tableName[prefix.Length..];

    private Dictionary<string, T>? AddAll<T>(IReadOnlyDictionary<string, T>? byTable)
        => byTable?.ToDictionary(pair => prefix + pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private Dictionary<string, T> RemoveAll<T>(IReadOnlyDictionary<string, T> byTable)
        => byTable.ToDictionary(pair => Remove(pair.Key), pair => pair.Value, StringComparer.Ordinal);
}
