using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using EFCore.Dynamo.Aws.Retries;
using EFCore.Dynamo.Aws.Tests.Harness;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Tests.Retries;

public sealed class RetryTests
{
    private static readonly Item Key = Item.Create(("pk", AttributeValue.FromString("a")));

    private readonly ImmediateTimeProvider _time = new();

    /// <summary>Errors after which the service has done nothing: every request is sent again.</summary>
    public static TheoryData<string> PassingCodes
    => [
        "ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded", "TransactionConflictException",
        "TransactionInProgressException",
    ];

    /// <summary>Ends after which nobody knows whether the request took effect.</summary>
    public static TheoryData<Exception> UnknownEnds
    => [
        Error("InternalServerError", HttpStatusCode.InternalServerError),
        Error("ServiceUnavailable", HttpStatusCode.ServiceUnavailable),
        Error(null, HttpStatusCode.BadGateway),
        new HttpRequestException(HttpRequestError.ResponseEnded),
        new IOException("The connection was reset."),
        new TaskCanceledException("The client's timeout.", new TimeoutException()),
    ];

    [Theory]
    [MemberData(nameof(PassingCodes))]
    public async Task What_the_service_did_not_do_is_sent_again(string code)
    {
        var sdk = new ScriptedSdk(Error(code), Error(code), new Model.UpdateItemResponse());
        using var client = Client(sdk);

        await client.UpdateItemAsync(new UpdateItemRequest { TableName = "t", Key = Key, UpdateExpression = "ADD n :n" });

        sdk.Requests.Count.ShouldBe(3);
        _time.Waits.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(UnknownEnds))]
    public async Task After_an_unknown_outcome_reads_and_writes_without_condition_are_sent_again(Exception end)
    {
        await ShouldTakeAsync(2, end, new Model.GetItemResponse(), client => client.GetItemAsync(new GetItemRequest()));
        await ShouldTakeAsync(2, end, new Model.QueryResponse(), client => client.QueryAsync(new QueryRequest()));
        await ShouldTakeAsync(2, end, new Model.PutItemResponse(), client => client.PutItemAsync(new PutItemRequest { Item = Key }));
        await ShouldTakeAsync(2, end, new Model.DeleteItemResponse(), client => client.DeleteItemAsync(new DeleteItemRequest { Key = Key }));
        await ShouldTakeAsync(2, end, new Model.BatchWriteItemResponse(), client => client.BatchWriteItemAsync(new BatchWriteItemRequest()));
        await ShouldTakeAsync(2, end, new Model.TransactWriteItemsResponse(), client => client.TransactWriteItemsAsync(new TransactWriteItemsRequest()));
        await ShouldTakeAsync(
            2,
            end,
            new Model.ExecuteStatementResponse(),
            client => client.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = " select * from t" }));
    }

    [Theory]
    [MemberData(nameof(UnknownEnds))]
    public async Task After_an_unknown_outcome_a_write_that_could_count_twice_is_not_sent_again(Exception end)
    {
        await ShouldFailAtOnceAsync(end, client => client.UpdateItemAsync(new UpdateItemRequest { Key = Key, UpdateExpression = "ADD n :n" }));
        await ShouldFailAtOnceAsync(end, client => client.PutItemAsync(new PutItemRequest { Item = Key, ConditionExpression = "attribute_not_exists(pk)" }));
        await ShouldFailAtOnceAsync(end, client => client.PutItemAsync(new PutItemRequest { Item = Key, ReturnValues = ReturnValues.AllOld }));
        await ShouldFailAtOnceAsync(end, client => client.DeleteItemAsync(new DeleteItemRequest { Key = Key, ConditionExpression = "attribute_exists(pk)" }));
        await ShouldFailAtOnceAsync(end, client => client.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = "INSERT INTO t VALUE {'pk': 'a'}" }));
        await ShouldFailAtOnceAsync(end, client => client.CreateTableAsync(new CreateTableRequest()));
    }

    [Fact]
    public async Task Without_a_connection_nothing_took_effect_and_everything_is_sent_again()
    {
        var sdk = new ScriptedSdk(new HttpRequestException(HttpRequestError.ConnectionError), new Model.UpdateItemResponse());
        using var client = Client(sdk);

        await client.UpdateItemAsync(new UpdateItemRequest { Key = Key, UpdateExpression = "ADD n :n" });

        sdk.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("ValidationException")]
    [InlineData("ConditionalCheckFailedException")]
    [InlineData("ResourceNotFoundException")]
    [InlineData("AccessDeniedException")]
    [InlineData("LimitExceededException")]
    public async Task What_would_end_the_same_way_is_not_sent_again(string code)
    {
        var sdk = new ScriptedSdk(Error(code));
        using var client = Client(sdk);

        (await Should.ThrowAsync<DynamoServiceException>(async () => await client.GetItemAsync(new GetItemRequest()))).ErrorCode.ShouldBe(code);

        sdk.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_transaction_that_was_only_in_the_way_of_another_is_sent_again_with_its_token()
    {
        var sdk = new ScriptedSdk(Canceled("None", "TransactionConflict"), Canceled("ThrottlingError"), new Model.TransactWriteItemsResponse());
        using var client = Client(sdk);

        await client.TransactWriteItemsAsync(new TransactWriteItemsRequest());

        var tokens = sdk.Requests.Cast<Model.TransactWriteItemsRequest>().Select(request => request.ClientRequestToken).ToArray();
        tokens.Length.ShouldBe(3);
        tokens.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().Length.ShouldBe(36);
    }

    [Fact]
    public async Task A_token_of_the_caller_is_kept()
    {
        var sdk = new ScriptedSdk(new Model.TransactWriteItemsResponse());
        using var client = Client(sdk);

        await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { ClientRequestToken = "mine" });

        sdk.Requests.ShouldHaveSingleItem().ShouldBeOfType<Model.TransactWriteItemsRequest>().ClientRequestToken.ShouldBe("mine");
    }

    [Theory]
    [InlineData("None", "ConditionalCheckFailed")]
    [InlineData("TransactionConflict", "ConditionalCheckFailed")]
    [InlineData("ValidationError", "None")]
    public async Task A_transaction_with_a_reason_of_its_own_is_not_sent_again(string first, string second)
    {
        var sdk = new ScriptedSdk(Canceled(first, second));
        using var client = Client(sdk);

        await Should.ThrowAsync<TransactionCanceledException>(async () => await client.TransactWriteItemsAsync(new TransactWriteItemsRequest()));

        sdk.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Retries_end_with_the_last_error()
    {
        var sdk = new ScriptedSdk(Error("ThrottlingException"));
        using var client = Client(sdk, new AwsRetryOptions { MaxRetries = 3, Seed = 1 });

        await Should.ThrowAsync<ThrottlingException>(async () => await client.GetItemAsync(new GetItemRequest()));

        sdk.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Waits_grow_are_bounded_and_come_from_the_seed()
    {
        var options = new AwsRetryOptions { MaxRetries = 12, BaseDelay = TimeSpan.FromMilliseconds(100), MaxDelay = TimeSpan.FromSeconds(1), Seed = 7 };
        await GiveUpAsync(options);
        var first = _time.Waits.ToArray();
        _time.Waits.Clear();
        await GiveUpAsync(options);

        first.Length.ShouldBe(12);
        _time.Waits.ShouldBe(first);
        for (var i = 0; i < first.Length; i++)
        {
            first[i].ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMilliseconds(Math.Min(100 * Math.Pow(2, i), 1000)));
        }

        first.Distinct().Count().ShouldBeGreaterThan(6);
        first.Skip(6).Max().ShouldBeGreaterThan(TimeSpan.FromMilliseconds(400));
    }

    [Fact]
    public async Task A_cancelled_wait_ends_the_call()
    {
        using var source = new CancellationTokenSource();
        _time.OnWait = source.Cancel;
        var sdk = new ScriptedSdk(Error("ThrottlingException"));
        using var client = Client(sdk);

        await Should.ThrowAsync<OperationCanceledException>(async () => await client.GetItemAsync(new GetItemRequest(), source.Token));

        sdk.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_request_is_neither_wrapped_nor_sent_again()
    {
        using var source = new CancellationTokenSource();
        var sdk = new ScriptedSdk((Func<object, object>)(_ =>
        {
            source.Cancel();
            throw new TaskCanceledException();
        }));
        using var client = Client(sdk);

        await Should.ThrowAsync<OperationCanceledException>(async () => await client.GetItemAsync(new GetItemRequest(), source.Token));
        sdk.Requests.Count.ShouldBe(1);
        await Should.ThrowAsync<OperationCanceledException>(async () => await client.GetItemAsync(new GetItemRequest(), source.Token));
        sdk.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_SDK_retries_by_itself_is_left_to_it()
    {
        using var sdk = new RetryingSdk();
        using var client = new AwsDynamoClient(sdk, new AwsRetryOptions { Seed = 1 }, _time);

        await Should.ThrowAsync<ThrottlingException>(async () => await client.GetItemAsync(new GetItemRequest()));
        sdk.Error = Error("TransactionConflictException");
        await Should.ThrowAsync<TransactionConflictException>(async () => await client.GetItemAsync(new GetItemRequest()));

        sdk.CallCount.ShouldBe(1 + 9);
    }

    [Fact]
    public async Task Each_retry_is_counted_and_noted_in_the_trace()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "EFCore.Dynamo.Aws",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        var activities = new List<Activity>();
        listener.ActivityStopped = activity =>
        {
            if ((string?)activity.GetTagItem("db.collection.name") == "traced")
            {
                activities.Add(activity);
            }
        };
        ActivitySource.AddActivityListener(listener);
        var retries = new List<string?>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "dynamo.client.retries")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            }
        };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var all = tags.ToArray();
            if (all.Contains(new("db.operation.name", "DescribeTable")))
            {
                retries.Add((string?)all.Single(tag => tag.Key == "error.type").Value);
            }
        });
        meters.Start();
        using var client = Client(
            new ScriptedSdk(
                Error("ThrottlingException"), Error("InternalServerError", HttpStatusCode.InternalServerError), Error("ResourceNotFoundException")));

        await Should.ThrowAsync<ResourceNotFoundException>(async () => await client.DescribeTableAsync(new DescribeTableRequest { TableName = "traced" }));

        retries.ShouldBe(["ThrottlingException", "InternalServerError"]);
        var activity = activities.ShouldHaveSingleItem();
        activity.OperationName.ShouldBe("DescribeTable");
        activity.GetTagItem("db.system.name").ShouldBe("aws.dynamodb");
        activity.GetTagItem("error.type").ShouldBe("ResourceNotFoundException");
        activity.Events.Select(e => e.Tags.Single(tag => tag.Key == "error.type").Value).ShouldBe(["ThrottlingException", "InternalServerError"]);
    }

    [Theory]
    [InlineData(-1, 50, 100)]
    [InlineData(101, 50, 100)]
    [InlineData(1, -1, 100)]
    [InlineData(1, 50, 49)]
    public void Impossible_options_are_refused(int maxRetries, int baseMilliseconds, int maxMilliseconds)
        => Should.Throw<ArgumentOutOfRangeException>(() => Client(new ScriptedSdk(new object()), new AwsRetryOptions
        {
            MaxRetries = maxRetries,
            BaseDelay = TimeSpan.FromMilliseconds(baseMilliseconds),
            MaxDelay = TimeSpan.FromMilliseconds(maxMilliseconds),
        }));

    private static AmazonDynamoDBException Error(string? code, HttpStatusCode status = HttpStatusCode.BadRequest)
        => new("The service's text.", null, ErrorType.Unknown, code, "id", status);

    private static Model.TransactionCanceledException Canceled(params string[] codes)
        => new("Transaction cancelled", ErrorType.Unknown, "TransactionCanceledException", "id", HttpStatusCode.BadRequest)
        {
            CancellationReasons = [.. codes.Select(code => new Model.CancellationReason { Code = code })],
        };

    private AwsDynamoClient Client(ScriptedSdk sdk, AwsRetryOptions? options = null) => new(sdk.Client, options ?? new AwsRetryOptions { Seed = 1 }, _time);

    private async Task GiveUpAsync(AwsRetryOptions options)
    {
        using var client = Client(new ScriptedSdk(Error("ThrottlingException")), options);
        await Should.ThrowAsync<ThrottlingException>(async () => await client.GetItemAsync(new GetItemRequest()));
    }

    private async Task ShouldTakeAsync<T>(int count, Exception end, object answer, Func<AwsDynamoClient, ValueTask<T>> call)
    {
        var sdk = new ScriptedSdk(end, answer);
        using var client = Client(sdk);
        await call(client);
        sdk.Requests.Count.ShouldBe(count);
    }

    private async Task ShouldFailAtOnceAsync<T>(Exception end, Func<AwsDynamoClient, ValueTask<T>> call)
    {
        var sdk = new ScriptedSdk(end);
        using var client = Client(sdk);
        var exception = await Should.ThrowAsync<DynamoServiceException>(async () => await call(client));
        exception.StatusCode.ShouldBeGreaterThanOrEqualTo(500);
        exception.IsRetryable.ShouldBeTrue();
        sdk.Requests.Count.ShouldBe(1);
    }

    /// <summary>An SDK client with its own retries on, whose calls never leave it.</summary>
    private sealed class RetryingSdk() : AmazonDynamoDBClient(
        new BasicAWSCredentials("key", "secret"), new AmazonDynamoDBConfig { ServiceURL = "http://dynamodb.invalid", AuthenticationRegion = "local" })
    {
        public int CallCount { get; private set; }

        public Exception Error { get; set; } = RetryTests.Error("ThrottlingException");

        public override Task<Model.GetItemResponse> GetItemAsync(Model.GetItemRequest request, CancellationToken cancellationToken = default)
        {
            CallCount++;
            throw Error;
        }
    }
}
