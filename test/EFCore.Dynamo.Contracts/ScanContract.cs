using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>Scan.</summary>
public abstract class ScanContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task A_scan_reads_every_item_once_over_all_pages()
    {
        var table = await CreateItemsAsync(50);

        var keys = await ScanAllAsync(new ScanRequest { TableName = table, Limit = 7 });

        keys.Order().ShouldBe(Enumerable.Range(0, 50));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Segments_share_the_items_without_overlap(int totalSegments)
    {
        var table = await CreateItemsAsync(50);

        var keys = new List<int>();
        for (var segment = 0; segment < totalSegments; segment++)
        {
            keys.AddRange(await ScanAllAsync(new ScanRequest { TableName = table, Segment = segment, TotalSegments = totalSegments, Limit = 9 }));
        }

        keys.Order().ShouldBe(Enumerable.Range(0, 50));
    }

    [Fact]
    public async Task A_filter_and_a_projection_apply_to_each_item()
    {
        var table = await CreateItemsAsync(20);

        var response = await Client.ScanAsync(new ScanRequest
        {
            TableName = table,
            FilterExpression = "n >= :low",
            ProjectionExpression = "n",
            ExpressionAttributeValues = Attributes(":low", 15),
        });

        response.ScannedCount.ShouldBe(20);
        response.Count.ShouldBe(5);
        response.Items.Select(static item => item["n"].GetNumber().ToInt64()).Order().ShouldBe([15, 16, 17, 18, 19]);
        response.Items.ShouldAllBe(static item => item.Count == 1);
    }

    [Fact]
    public async Task The_items_of_one_partition_stay_together_and_sorted()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        for (var i = 0; i < 30; i++)
        {
            await PutAsync(table, "pk", $"p{i % 3}", "sk", 30 - i);
        }

        var items = (await Client.ScanAsync(new ScanRequest { TableName = table })).Items;

        var partitions = items.Select(static item => item["pk"].GetString()).ToList();
        partitions.Where((partition, i) => i == 0 || partition != partitions[i - 1]).Count().ShouldBe(3);
        foreach (var partition in items.GroupBy(static item => item["pk"].GetString()))
        {
            partition.Select(static item => item["sk"].GetNumber()).ShouldBeInOrder();
        }
    }

    [Fact]
    public async Task Parameters_that_do_not_go_together_are_refused()
    {
        var table = await CreateItemsAsync(1);
        var scan = new ScanRequest { TableName = table };
        var cases = new (ScanRequest Request, string Message)[]
        {
            (scan with { Segment = 0 }, "The TotalSegments parameter is required but was not present in the request when Segment parameter is present"),
            (scan with { TotalSegments = 2 }, "The Segment parameter is required but was not present in the request when parameter TotalSegments is present"),
            (scan with { Segment = 2, TotalSegments = 2 },
                "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2"),
            (scan with { Segment = 0, TotalSegments = 1_000_001 },
                "1 validation error detected: Value '1000001' at 'totalSegments' failed to satisfy constraint: Member must have value less than or equal to "
                    + "1000000"),
            (scan with { IndexName = "nope" }, "The table does not have the specified index: nope"),
            (
                scan with { ExpressionAttributeValues = Attributes(":v", 1) },
                "ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null"),
            (
                scan with { ExclusiveStartKey = Attributes("other", "a") },
                "The provided starting key is invalid: The provided key element does not match the schema"),
            (scan with { ExclusiveStartKey = Attributes("pk", 1) }, "The provided starting key is invalid: The provided key element does not match the schema"),
            (scan with { ExclusiveStartKey = Attributes("pk", string.Empty) },
                "The provided starting key is invalid: One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an "
                    + "empty string value. Key: pk"),
            (
                scan with { Limit = 0 },
                "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1"),
            (scan with { Segment = -1, TotalSegments = 2 },
                "1 validation error detected: Value '-1' at 'segment' failed to satisfy constraint: Member must have value greater than or equal to 0"),
            (
                scan with { Select = Select.SpecificAttributes },
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"),
        };

        foreach (var (request, message) in cases)
        {
            await ShouldBeInvalidAsync(async () => await Client.ScanAsync(request), message);
        }
    }

    [Fact]
    public async Task A_start_key_of_another_segment_is_refused()
    {
        var table = await CreateItemsAsync(40);
        var first = await Client.ScanAsync(new ScanRequest { TableName = table, Segment = 0, TotalSegments = 2, Limit = 1 });

        await ShouldBeInvalidAsync(
            async () => await Client.ScanAsync(new ScanRequest { TableName = table, Segment = 1, TotalSegments = 2, ExclusiveStartKey = first.LastEvaluatedKey }),
            "The provided Exclusive start key does not map to the provided Segment and TotalSegments values.");
    }

    private async Task<string> CreateItemsAsync(int count)
    {
        var table = await CreateTableAsync();
        for (var i = 0; i < count; i++)
        {
            await PutAsync(table, "pk", $"item-{i}", "n", i);
        }

        return table;
    }

    private async Task<List<int>> ScanAllAsync(ScanRequest request)
    {
        var keys = new List<int>();
        Item? startKey = null;
        do
        {
            var page = await Client.ScanAsync(request with { ExclusiveStartKey = startKey });
            page.ScannedCount.ShouldBeLessThanOrEqualTo(request.Limit ?? int.MaxValue);
            keys.AddRange(page.Items.Select(static item => (int)item["n"].GetNumber().ToInt64()));
            startKey = page.LastEvaluatedKey;
        }
        while (startKey is not null);
        return keys;
    }
}
