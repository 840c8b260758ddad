using System.Net;
using Amazon.Runtime;
using EFCore.Dynamo.Aws.Retries;
using EFCore.Dynamo.Aws.Tests.Harness;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Tests.Retries;

/// <summary>Batches go on with what the service left over.</summary>
public sealed class BatchRestTests
{
    private readonly ImmediateTimeProvider _time = new();

    [Fact]
    public async Task Keys_that_were_left_over_are_asked_for_again_and_all_items_come_back()
    {
        var sdk = new ScriptedSdk(
            new Model.BatchGetItemResponse
            {
                Responses = new() { ["a"] = [SdkItem("1")], ["b"] = [SdkItem("2")] },
                UnprocessedKeys = new() { ["a"] = new() { Keys = [SdkItem("3"), SdkItem("4")] } },
                ConsumedCapacity = [Capacity("a", 1), Capacity("b", 0.5)],
            },
            Throttled(),
            new Model.BatchGetItemResponse
            {
                Responses = new() { ["a"] = [SdkItem("3"), SdkItem("4")] },
                UnprocessedKeys = [],
                ConsumedCapacity = [Capacity("a", 2)],
            });
        using var client = Client(sdk);

        var response = await client.BatchGetItemAsync(new BatchGetItemRequest
        {
            RequestItems = new Dictionary<string, KeysAndAttributes> { ["a"] = Keys("1", "3", "4"), ["b"] = Keys("2") },
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        });

        response.Responses["a"].Select(item => item["pk"].GetString()).ShouldBe(["1", "3", "4"]);
        response.Responses["b"].Count.ShouldBe(1);
        response.UnprocessedKeys.ShouldBeEmpty();
        response.ConsumedCapacity!.Select(
            table => (table.TableName, table.CapacityUnits, table.Table!.CapacityUnits, table.GlobalSecondaryIndexes!["i"].CapacityUnits))
            .ShouldBe([("a", 3, 3, 3), ("b", 0.5, 0.5, 0.5)]);
        sdk.Requests.Cast<Model.BatchGetItemRequest>().Select(
            request => string.Join(",", request.RequestItems.Select(table => $"{table.Key}:{table.Value.Keys.Count}")))
            .ShouldBe(["a:3,b:1", "a:2", "a:2"]);
        sdk.Requests.Cast<Model.BatchGetItemRequest>().ShouldAllBe(
            request => request.ReturnConsumedCapacity == Amazon.DynamoDBv2.ReturnConsumedCapacity.INDEXES);
        _time.Waits.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Writes_that_were_left_over_are_written_again_and_only_they()
    {
        var sdk = new ScriptedSdk(
            new Model.BatchWriteItemResponse
            {
                UnprocessedItems = new() { ["a"] = [new Model.WriteRequest(new Model.PutRequest(SdkItem("2")))] },
                ItemCollectionMetrics = new() { ["a"] = [Metrics("1", 1), Metrics("2", 1)] },
            },
            new Model.BatchWriteItemResponse { UnprocessedItems = [], ItemCollectionMetrics = new() { ["a"] = [Metrics("2", 3)] } });
        using var client = Client(sdk);

        var response = await client.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>
            {
                ["a"] = [new WriteRequest { PutItem = Item("1") }, new WriteRequest { PutItem = Item("2") }],
            },
        });

        response.UnprocessedItems.ShouldBeEmpty();
        response.ItemCollectionMetrics!["a"].Select(
            collection => (collection.ItemCollectionKey["pk"].GetString(), collection.SizeEstimateRangeGB.Lower)).ShouldBe([("1", 1), ("2", 3)]);
        sdk.Requests[1].ShouldBeOfType<Model.BatchWriteItemRequest>().RequestItems["a"].ShouldHaveSingleItem().PutRequest.Item["pk"].S.ShouldBe("2");
    }

    [Fact]
    public async Task What_is_left_over_in_the_end_is_the_callers()
    {
        var sdk = new ScriptedSdk(new Model.BatchGetItemResponse { Responses = [], UnprocessedKeys = new() { ["a"] = new() { Keys = [SdkItem("1")] } } });
        using var client = Client(sdk, new AwsRetryOptions { MaxRetries = 2, Seed = 1 });

        var response = await client.BatchGetItemAsync(new BatchGetItemRequest
        {
            RequestItems = new Dictionary<string, KeysAndAttributes> { ["a"] = Keys("1") },
        });

        response.UnprocessedKeys["a"].Keys!.Count.ShouldBe(1);
        sdk.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_error_after_a_part_is_the_error_of_the_call()
    {
        var sdk = new ScriptedSdk(
            new Model.BatchGetItemResponse { Responses = [], UnprocessedKeys = new() { ["a"] = new() { Keys = [SdkItem("1")] } } },
            new Amazon.DynamoDBv2.AmazonDynamoDBException("Gone.", null, ErrorType.Unknown, "ResourceNotFoundException", "id", HttpStatusCode.BadRequest));
        using var client = Client(sdk);

        await Should.ThrowAsync<ResourceNotFoundException>(
            async () => await client.BatchGetItemAsync(new BatchGetItemRequest
            {
                RequestItems = new Dictionary<string, KeysAndAttributes> { ["a"] = Keys("1") },
            }));
    }

    private static Amazon.DynamoDBv2.AmazonDynamoDBException Throttled()
        => new("Slower.", null, ErrorType.Unknown, "ProvisionedThroughputExceededException", "id", HttpStatusCode.BadRequest);

    private static Item Item(string pk) => EFCore.Dynamo.Values.Item.Create(("pk", AttributeValue.FromString(pk)));

    private static KeysAndAttributes Keys(params string[] keys) => new() { Keys = [.. keys.Select(Item)] };

    private static Dictionary<string, Model.AttributeValue> SdkItem(string pk) => new() { ["pk"] = new Model.AttributeValue(pk) };

    private static Model.ItemCollectionMetrics Metrics(string pk, double size)
        => new() { ItemCollectionKey = SdkItem(pk), SizeEstimateRangeGB = [size, size + 1] };

    private static Model.ConsumedCapacity Capacity(string table, double units) => new()
    {
        TableName = table,
        CapacityUnits = units,
        Table = new Model.Capacity { CapacityUnits = units },
        GlobalSecondaryIndexes = new() { ["i"] = new Model.Capacity { CapacityUnits = units } },
    };

    private AwsDynamoClient Client(ScriptedSdk sdk, AwsRetryOptions? options = null) => new(sdk.Client, options ?? new AwsRetryOptions { Seed = 1 }, _time);
}
