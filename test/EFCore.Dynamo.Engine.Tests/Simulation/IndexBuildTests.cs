using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Simulation;

public sealed class IndexBuildTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_index_that_is_built_between_random_writes_holds_what_one_from_the_start_would(int seed)
    {
        using var directory = new TemporaryDirectory();
        using var run = new IndexBuildRun(seed, directory.Path);

        await Should.NotThrowAsync(run.RunAsync);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_index_that_is_deleted_while_it_is_built_leaves_nothing(int seed)
    {
        using var directory = new TemporaryDirectory();
        using var run = new IndexBuildRun(seed, directory.Path);

        await Should.NotThrowAsync(run.RunAndRemoveAsync);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task A_build_that_a_kill_interrupted_goes_on_after_the_next_open(int writeCount)
    {
        using var directory = new TemporaryDirectory();
        using (var child = ChildProcess.Start("build-index", directory.Path))
        {
            for (var i = 0; i < writeCount; i++)
            {
                (await child.ReadLineAsync()).ShouldBe("written");
            }

            await child.KillAsync();
        }

        using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = directory.Path, Durability = Durability.Relaxed });
        TableDescription table;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
            table = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = IndexBuildProgram.Table })).Table;
        }
        while (table.GlobalSecondaryIndexes.ShouldNotBeNull()[0].IndexStatus != IndexStatus.Active);

        var items = await ScanAsync(client, index: null);
        var entries = await ScanAsync(client, "by-g");
        entries.Select(static entry => $"{entry["pk"]} {entry["g"]}").Order(StringComparer.Ordinal).ShouldBe(
            items.Select(static item => $"{item["pk"]} {item["g"]}").Order(StringComparer.Ordinal));
        table.ItemCount.ShouldBe(items.Count);
        table.GlobalSecondaryIndexes![0].ItemCount.ShouldBe(entries.Count); // there since the loop
        table.GlobalSecondaryIndexes[0].IndexSizeBytes.ShouldBe(entries.Sum(static entry => (long)entry.SizeBytes));
    }

    private static async Task<List<Item>> ScanAsync(EmbeddedDynamoClient client, string? index)
    {
        var items = new List<Item>();
        var request = new ScanRequest { TableName = IndexBuildProgram.Table, IndexName = index };
        do
        {
            var page = await client.ScanAsync(request);
            items.AddRange(page.Items);
            request = request with { ExclusiveStartKey = page.LastEvaluatedKey };
        }
        while (request.ExclusiveStartKey is not null);
        return items;
    }
}
