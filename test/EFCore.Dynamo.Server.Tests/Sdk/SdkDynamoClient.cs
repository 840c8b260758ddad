using Amazon.DynamoDBv2;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Server.Tests.Sdk;

/// <summary>The AWS SDK for .NET as a client of the contract suites: every operation goes through its serializers, signer and HTTP stack.</summary>
internal sealed partial class SdkDynamoClient(IAmazonDynamoDB sdk) : IDynamoClient
{
    public async ValueTask<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default)
        => new(SdkTables.FromSdk((await CallAsync(() => sdk.CreateTableAsync(SdkTables.ToSdk(request), cancellationToken))).TableDescription));

    public async ValueTask<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default)
        => new(SdkTables.FromSdk((await CallAsync(() => sdk.DescribeTableAsync(request.TableName, cancellationToken))).Table));

    public async ValueTask<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(() => sdk.ListTablesAsync(
            new Model.ListTablesRequest { ExclusiveStartTableName = request.ExclusiveStartTableName, Limit = request.Limit }, cancellationToken));
        return new ListTablesResponse(response.TableNames ?? [], response.LastEvaluatedTableName);
    }

    public async ValueTask<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default)
        => new(SdkTables.FromSdk((await CallAsync(() => sdk.DeleteTableAsync(request.TableName, cancellationToken))).TableDescription));

    public async ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await CallAsync(() => sdk.GetItemAsync(
            new Model.GetItemRequest
            {
                TableName = request.TableName,
                Key = SdkValues.ToSdk(request.Key),
                ConsistentRead = request.ConsistentRead,
                ProjectionExpression = request.ProjectionExpression,
                ExpressionAttributeNames = ToSdk(request.ExpressionAttributeNames),
                ReturnConsumedCapacity = SdkEnums.ToWire(request.ReturnConsumedCapacity),
            },
            cancellationToken));
        return new GetItemResponse
        {
            Item = response.IsItemSet ? SdkValues.ToItem(response.Item) : null,
            ConsumedCapacity = SdkResults.FromSdk(response.ConsumedCapacity),
        };
    }

    public async ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(() => sdk.PutItemAsync(
            new Model.PutItemRequest
            {
                TableName = request.TableName,
                Item = SdkValues.ToSdk(request.Item),
                ConditionExpression = request.ConditionExpression,
                ExpressionAttributeNames = ToSdk(request.ExpressionAttributeNames),
                ExpressionAttributeValues = SdkValues.ToSdk(request.ExpressionAttributeValues),
                ReturnValues = SdkEnums.ToWire(request.ReturnValues),
                ReturnValuesOnConditionCheckFailure = SdkEnums.ToWire(request.ReturnValuesOnConditionCheckFailure),
                ReturnConsumedCapacity = SdkEnums.ToWire(request.ReturnConsumedCapacity),
                ReturnItemCollectionMetrics = SdkEnums.ToWire(request.ReturnItemCollectionMetrics),
            },
            cancellationToken));
        return new PutItemResponse
        {
            Attributes = SdkValues.FromSdk(response.Attributes),
            ConsumedCapacity = SdkResults.FromSdk(response.ConsumedCapacity),
            ItemCollectionMetrics = SdkResults.FromSdk(response.ItemCollectionMetrics),
        };
    }

    public async ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(() => sdk.UpdateItemAsync(
            new Model.UpdateItemRequest
            {
                TableName = request.TableName,
                Key = SdkValues.ToSdk(request.Key),
                UpdateExpression = request.UpdateExpression,
                ConditionExpression = request.ConditionExpression,
                ExpressionAttributeNames = ToSdk(request.ExpressionAttributeNames),
                ExpressionAttributeValues = SdkValues.ToSdk(request.ExpressionAttributeValues),
                ReturnValues = SdkEnums.ToWire(request.ReturnValues),
                ReturnValuesOnConditionCheckFailure = SdkEnums.ToWire(request.ReturnValuesOnConditionCheckFailure),
                ReturnConsumedCapacity = SdkEnums.ToWire(request.ReturnConsumedCapacity),
                ReturnItemCollectionMetrics = SdkEnums.ToWire(request.ReturnItemCollectionMetrics),
            },
            cancellationToken));
        return new UpdateItemResponse
        {
            Attributes = SdkValues.FromSdk(response.Attributes),
            ConsumedCapacity = SdkResults.FromSdk(response.ConsumedCapacity),
            ItemCollectionMetrics = SdkResults.FromSdk(response.ItemCollectionMetrics),
        };
    }

    public async ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(() => sdk.DeleteItemAsync(
            new Model.DeleteItemRequest
            {
                TableName = request.TableName,
                Key = SdkValues.ToSdk(request.Key),
                ConditionExpression = request.ConditionExpression,
                ExpressionAttributeNames = ToSdk(request.ExpressionAttributeNames),
                ExpressionAttributeValues = SdkValues.ToSdk(request.ExpressionAttributeValues),
                ReturnValues = SdkEnums.ToWire(request.ReturnValues),
                ReturnValuesOnConditionCheckFailure = SdkEnums.ToWire(request.ReturnValuesOnConditionCheckFailure),
                ReturnConsumedCapacity = SdkEnums.ToWire(request.ReturnConsumedCapacity),
                ReturnItemCollectionMetrics = SdkEnums.ToWire(request.ReturnItemCollectionMetrics),
            },
            cancellationToken));
        return new DeleteItemResponse
        {
            Attributes = SdkValues.FromSdk(response.Attributes),
            ConsumedCapacity = SdkResults.FromSdk(response.ConsumedCapacity),
            ItemCollectionMetrics = SdkResults.FromSdk(response.ItemCollectionMetrics),
        };
    }

    public async ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(() => sdk.QueryAsync(
            new Model.QueryRequest
            {
                TableName = request.TableName,
                IndexName = request.IndexName,
                KeyConditionExpression = request.KeyConditionExpression,
                FilterExpression = request.FilterExpression,
                ProjectionExpression = request.ProjectionExpression,
                ExpressionAttributeNames = ToSdk(request.ExpressionAttributeNames),
                ExpressionAttributeValues = SdkValues.ToSdk(request.ExpressionAttributeValues),
                ScanIndexForward = request.ScanIndexForward,
                Limit = request.Limit,
                ExclusiveStartKey = SdkValues.ToSdk(request.ExclusiveStartKey),
                Select = request.Select is { } select ? SdkEnums.ToWire(select) : null,
                ConsistentRead = request.ConsistentRead,
                ReturnConsumedCapacity = SdkEnums.ToWire(request.ReturnConsumedCapacity),
            },
            cancellationToken));
        return new QueryResponse
        {
            Items = response.Items?.ConvertAll(SdkValues.ToItem) ?? [],
            Count = response.Count!.Value,
            ScannedCount = response.ScannedCount!.Value,
            LastEvaluatedKey = SdkValues.FromSdk(response.LastEvaluatedKey),
            ConsumedCapacity = SdkResults.FromSdk(response.ConsumedCapacity),
        };
    }

    public async ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(() => sdk.ScanAsync(
            new Model.ScanRequest
            {
                TableName = request.TableName,
                IndexName = request.IndexName,
                FilterExpression = request.FilterExpression,
                ProjectionExpression = request.ProjectionExpression,
                ExpressionAttributeNames = ToSdk(request.ExpressionAttributeNames),
                ExpressionAttributeValues = SdkValues.ToSdk(request.ExpressionAttributeValues),
                Limit = request.Limit,
                ExclusiveStartKey = SdkValues.ToSdk(request.ExclusiveStartKey),
                Segment = request.Segment,
                TotalSegments = request.TotalSegments,
                Select = request.Select is { } select ? SdkEnums.ToWire(select) : null,
                ConsistentRead = request.ConsistentRead,
                ReturnConsumedCapacity = SdkEnums.ToWire(request.ReturnConsumedCapacity),
            },
            cancellationToken));
        return new ScanResponse
        {
            Items = response.Items?.ConvertAll(SdkValues.ToItem) ?? [],
            Count = response.Count!.Value,
            ScannedCount = response.ScannedCount!.Value,
            LastEvaluatedKey = SdkValues.FromSdk(response.LastEvaluatedKey),
            ConsumedCapacity = SdkResults.FromSdk(response.ConsumedCapacity),
        };
    }

    public async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(() => sdk.BatchGetItemAsync(SdkBatches.ToSdk(request), cancellationToken));
        return SdkBatches.FromSdk(response);
    }

    public async ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(() => sdk.BatchWriteItemAsync(SdkBatches.ToSdk(request), cancellationToken));
        return SdkBatches.FromSdk(response);
    }

    public async ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(() => sdk.TransactGetItemsAsync(SdkTransactions.ToSdk(request), cancellationToken));
        return new TransactGetItemsResponse
        {
            Responses = response.Responses.ConvertAll(static found => SdkValues.FromSdk(found.Item)),
            ConsumedCapacity = SdkResults.FromSdk(response.ConsumedCapacity),
        };
    }

    public async ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        var response = await CallAsync(() => sdk.TransactWriteItemsAsync(SdkTransactions.ToSdk(request), cancellationToken));
        return new TransactWriteItemsResponse
        {
            ConsumedCapacity = SdkResults.FromSdk(response.ConsumedCapacity),
            ItemCollectionMetrics = SdkResults.FromSdk(response.ItemCollectionMetrics),
        };
    }

    public void Dispose() => sdk.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public static Dictionary<string, string>? ToSdk(IReadOnlyDictionary<string, string>? names) => names?.ToDictionary(StringComparer.Ordinal);

    private static async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (AmazonDynamoDBException exception)
        {
            throw SdkErrors.Translate(exception);
        }
    }
}
