using Amazon.DynamoDBv2;
using EFCore.Dynamo.Aws.Diagnostics;
using EFCore.Dynamo.Aws.Operations;
using EFCore.Dynamo.Aws.Retries;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Aws;

/// <summary>AWS DynamoDB, or any service with its API, through the AWS SDK.</summary>
/// <remarks>
///     Safe for concurrent use; one client a process and endpoint is enough. Requests that fail for a passing reason are sent again within bounds
///     (<see cref="AwsRetryOptions" />): throttling and conflicts always, an unknown outcome only where a second effect does no harm. Batches go on with what
///     was left over. TransactWriteItems gets a token when it has none. Traces and metrics have the name <c>EFCore.Dynamo.Aws</c>.
/// </remarks>
public sealed partial class AwsDynamoClient : IDynamoClient
{
    private readonly IAmazonDynamoDB _sdk;
    private readonly bool _ownsSdk;
    private readonly RequestSender _sender;

    /// <summary>Creates a client of its own; disposing it closes its connections.</summary>
    /// <exception cref="ArgumentException">The options contradict each other or name no region; the text says what to change.</exception>
    public AwsDynamoClient(AwsDynamoClientOptions options)
        : this(CreateSdk(options), options, options.ToString(), leavesServiceErrors: false) => _ownsSdk = true;

    /// <summary>Creates a client over the caller's; the caller disposes it.</summary>
    /// <remarks>
    ///     Where the SDK's client retries by itself (<c>MaxErrorRetry</c>, by default 2), throttling, server errors and lost connections are left to it, so
    ///     that nothing is retried twice; conflicts of transactions and the rest of batches, which it does not retry, are retried here.
    /// </remarks>
    public AwsDynamoClient(IAmazonDynamoDB sdk, AwsRetryOptions? retries = null, TimeProvider? timeProvider = null)
        : this(
            sdk ?? throw new ArgumentNullException(nameof(sdk)),
            new AwsDynamoClientOptions { Retries = retries ?? new AwsRetryOptions(), TimeProvider = timeProvider ?? TimeProvider.System },
            sdk.Config?.ServiceURL ?? sdk.Config?.RegionEndpoint?.SystemName ?? "the SDK's endpoint",
            leavesServiceErrors: sdk.Config is { MaxErrorRetry: > 0 })
    {
    }

    private AwsDynamoClient(IAmazonDynamoDB sdk, AwsDynamoClientOptions options, string target, bool leavesServiceErrors)
    {
        _sdk = sdk;
        _sender = new RequestSender(sdk, new RetryPipelines(options.Retries, options.TimeProvider, leavesServiceErrors), target);
    }

    /// <inheritdoc />
    public async ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("GetItem", request.TableName, IsRepeatable: true),
            GetItemCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.GetItemAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        var result = GetItemCodec.FromSdk(response);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("PutItem", request.TableName, IsRepeatable: request is { ConditionExpression: null, ReturnValues: ReturnValues.None }),
            PutItemCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.PutItemAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        var result = PutItemCodec.FromSdk(response);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("UpdateItem", request.TableName, IsRepeatable: false),
            UpdateItemCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.UpdateItemAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        var result = UpdateItemCodec.FromSdk(response);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("DeleteItem", request.TableName, IsRepeatable: request is { ConditionExpression: null, ReturnValues: ReturnValues.None }),
            DeleteItemCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.DeleteItemAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        var result = DeleteItemCodec.FromSdk(response);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("Query", request.TableName, IsRepeatable: true),
            QueryCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.QueryAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        var result = QueryCodec.FromSdk(response);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("Scan", request.TableName, IsRepeatable: true),
            ScanCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.ScanAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        var result = ScanCodec.FromSdk(response);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await _sender.RunAsync(
            new Operation("BatchGetItem", TableName: null, IsRepeatable: true),
            new BatchGetProgress(_sdk, request),
            static (progress, token) => progress.SendRestAsync(token),
            cancellationToken).ConfigureAwait(false);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await _sender.RunAsync(
            new Operation("BatchWriteItem", TableName: null, IsRepeatable: true),
            new BatchWriteProgress(_sdk, request),
            static (progress, token) => progress.SendRestAsync(token),
            cancellationToken).ConfigureAwait(false);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("TransactGetItems", TableName: null, IsRepeatable: true),
            TransactGetItemsCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.TransactGetItemsAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        var result = TransactGetItemsCodec.FromSdk(response);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        // A repeat with the same token writes nothing a second time; without one, nobody could ask again after a lost answer.
        var once = request.ClientRequestToken is null ? request with { ClientRequestToken = Guid.NewGuid().ToString() } : request;
        var response = await _sender.SendAsync(
            new Operation("TransactWriteItems", TableName: null, IsRepeatable: true),
            TransactWriteItemsCodec.ToSdk(once),
            static (sdk, sent, token) => sdk.TransactWriteItemsAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        var result = TransactWriteItemsCodec.FromSdk(response);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<ExecuteStatementResponse> ExecuteStatementAsync(ExecuteStatementRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation("ExecuteStatement", TableName: null, IsRepeatable: IsSelect(request.Statement)),
            ExecuteStatementCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.ExecuteStatementAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        var result = ExecuteStatementCodec.FromSdk(response);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<BatchExecuteStatementResponse> BatchExecuteStatementAsync(
        BatchExecuteStatementRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await _sender.SendAsync(
            new Operation(
                "BatchExecuteStatement", TableName: null, IsRepeatable: request.Statements?.All(static statement => IsSelect(statement.Statement)) ?? true),
            BatchExecuteStatementCodec.ToSdk(request),
            static (sdk, sent, token) => sdk.BatchExecuteStatementAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        var result = BatchExecuteStatementCodec.FromSdk(response);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask<ExecuteTransactionResponse> ExecuteTransactionAsync(ExecuteTransactionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var once = request.ClientRequestToken is null ? request with { ClientRequestToken = Guid.NewGuid().ToString() } : request;
        var response = await _sender.SendAsync(
            new Operation("ExecuteTransaction", TableName: null, IsRepeatable: true),
            ExecuteTransactionCodec.ToSdk(once),
            static (sdk, sent, token) => sdk.ExecuteTransactionAsync(sent, token),
            cancellationToken).ConfigureAwait(false);
        var result = ExecuteTransactionCodec.FromSdk(response);
        AwsTelemetry.AddConsumedCapacity(result.ConsumedCapacity);
        return result;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_ownsSdk)
        {
            _sdk.Dispose();
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static AmazonDynamoDBClient CreateSdk(AwsDynamoClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return SdkClientFactory.Create(options);
    }

    // Everything else that PartiQL can say writes.
    private static bool IsSelect(string? statement)
        => statement is not null && statement.AsSpan().TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase);
}
