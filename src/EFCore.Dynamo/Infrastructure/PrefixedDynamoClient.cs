using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Infrastructure;

/// <summary>Puts the connection's table prefix in front of the table names of requests, and takes it off again where a response is looked up by table name.</summary>
/// <remarks>The client behind it is shared and stays open when this one is disposed.</remarks>
internal sealed class PrefixedDynamoClient(IDynamoClient client, string prefix) : IDynamoClient
{
    public ValueTask<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default)
        => client.CreateTableAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public ValueTask<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default)
        => client.DescribeTableAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public async ValueTask<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default)
    {
        // Names are listed in order, so those with the prefix stand together: start right before them, stop after them.
        var start = request.ExclusiveStartTableName is null ? prefix : Add(request.ExclusiveStartTableName);
        var response = await client.ListTablesAsync(request with { ExclusiveStartTableName = start }, cancellationToken);
        var names = response.TableNames.TakeWhile(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(Remove).ToArray();
        var isLast = response.LastEvaluatedTableName?.StartsWith(prefix, StringComparison.Ordinal) is not true;
        return new ListTablesResponse(names, isLast ? null : Remove(response.LastEvaluatedTableName!)); // not null: it has the prefix
    }

    public ValueTask<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default)
        => client.DeleteTableAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        => client.GetItemAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
        => client.PutItemAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
        => client.UpdateItemAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
        => client.DeleteItemAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
        => client.QueryAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
        => client.ScanAsync(request with { TableName = Add(request.TableName) }, cancellationToken);

    public async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        var response = await client.BatchGetItemAsync(request with { RequestItems = AddAll(request.RequestItems) }, cancellationToken);
        return response with { Responses = RemoveAll(response.Responses), UnprocessedKeys = RemoveAll(response.UnprocessedKeys) };
    }

    public async ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        var response = await client.BatchWriteItemAsync(request with { RequestItems = AddAll(request.RequestItems) }, cancellationToken);
        return response with { UnprocessedItems = RemoveAll(response.UnprocessedItems) };
    }

    public ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
        => client.TransactGetItemsAsync(
            request with { TransactItems = request.TransactItems?.Select(item => item with { TableName = Add(item.TableName) }).ToArray() },
            cancellationToken);

    public ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
        => client.TransactWriteItemsAsync(request with { TransactItems = request.TransactItems?.Select(Add).ToArray() }, cancellationToken);

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => default;

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
