using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Catalog;

/// <summary>What every change of a table keeps: counts, pending writes, and the new definition after a reopen.</summary>
public sealed class TableChangeTests : IDisposable
{
    private const string Table = "things";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_change_has_the_next_version_and_is_there_after_a_reopen()
    {
        using (var client = Open())
        {
            await CreateTableAsync(client);
            await ChangeAsync(client, static document => document with { DeletionProtectionEnabled = true, Tags = [new Tag("a", "b")] });
            client.Context.FindTable(Table).ShouldNotBeNull().Version.ShouldBe(2);
        }

        using var reopened = Open();
        var document = reopened.Context.FindTable(Table).ShouldNotBeNull().Document;
        document.Version.ShouldBe(2);
        document.DeletionProtectionEnabled.ShouldBeTrue();
        document.Tags.ShouldBe([new Tag("a", "b")]);
        document.Pending.ShouldBeNull();
        await PutAsync(reopened, 1);
    }

    [Fact]
    public async Task Counts_follow_their_indexes_when_one_is_taken_away()
    {
        using var client = Open();
        await CreateTableAsync(client);
        for (var i = 0; i < 10; i++)
        {
            await PutAsync(client, i);
        }

        await ChangeAsync(client, static document => document with { Indexes = [.. document.Indexes.Skip(1)] });
        await PutAsync(client, 10);

        var table = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;

        table.ItemCount.ShouldBe(11);
        var index = table.GlobalSecondaryIndexes.ShouldNotBeNull().ShouldHaveSingleItem();
        index.IndexName.ShouldBe("by-m");
        index.ItemCount.ShouldBe(6);
    }

    [Fact]
    public async Task Writes_go_on_while_the_table_changes()
    {
        using var client = Open();
        await CreateTableAsync(client);
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await PutAsync(client, (writer * 1000) + i);
            }
        })).ToArray();
        for (var i = 0; i < 50; i++)
        {
            await ChangeAsync(client, static document => document with { DeletionProtectionEnabled = !document.DeletionProtectionEnabled });
        }

        await Task.WhenAll(writers);

        var table = (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table;

        table.ItemCount.ShouldBe(400);
        client.Context.FindTable(Table).ShouldNotBeNull().Version.ShouldBe(51);
    }

    [Fact]
    public async Task A_change_that_is_refused_or_changes_nothing_leaves_the_version()
    {
        using var client = Open();
        await CreateTableAsync(client);

        var refused = await TableChange.ApplyAsync(client.Context, Table, new Change(static _ => null, ServiceError.Validation("no")), CancellationToken.None);
        var nothing = await TableChange.ApplyAsync(client.Context, Table, new Change(static _ => null), CancellationToken.None);
        var missing = await TableChange.ApplyAsync(client.Context, "nowhere", new Change(static document => document), CancellationToken.None);

        refused.Error.ShouldNotBeNull().Message.ShouldBe("no");
        nothing.Response.ShouldNotBeNull().Version.ShouldBe(1);
        missing.Error.ShouldNotBeNull().Message.ShouldBe("Requested resource not found: Table: nowhere not found");
        client.Context.FindTable(Table).ShouldNotBeNull().Version.ShouldBe(1);
    }

    private static async Task ChangeAsync(EmbeddedDynamoClient client, Func<TableDocument, TableDocument?> change)
        => (await TableChange.ApplyAsync(client.Context, Table, new Change(change), CancellationToken.None)).Response.ShouldNotBeNull();

    private static async Task PutAsync(EmbeddedDynamoClient client, int number) => await client.PutItemAsync(new PutItemRequest
    {
        TableName = Table,
        Item = number % 2 == 0
            ? Item.Create(("pk", AttributeValue.FromNumber(number)), ("n", AttributeValue.FromNumber(number)), ("m", AttributeValue.FromNumber(number)))
            : Item.Create(("pk", AttributeValue.FromNumber(number)), ("n", AttributeValue.FromNumber(number))),
    });

    private static async Task CreateTableAsync(EmbeddedDynamoClient client) => await client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions = [new("pk", AttributeType.Number), new("n", AttributeType.Number), new("m", AttributeType.Number)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
        GlobalSecondaryIndexes =
        [
            new("by-n", [new("n", KeyType.PartitionKey)], new(ProjectionType.KeysOnly)),
            new("by-m", [new("m", KeyType.PartitionKey)], new(ProjectionType.KeysOnly)),
        ],
    });

    private EmbeddedDynamoClient Open()
        => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = _directory.Path, Durability = Durability.Relaxed });

    private sealed class Change(Func<TableDocument, TableDocument?> change, ServiceError? error = null) : ITableChange<TableDocument>
    {
        public ServiceError? Decide(TableSchema table, WriteTransaction transaction, out TableDocument? changed)
        {
            changed = change(table.Document);
            return error;
        }

        public TableDocument Complete(TableSchema table, WriteTransaction transaction) => table.Document;
    }
}
