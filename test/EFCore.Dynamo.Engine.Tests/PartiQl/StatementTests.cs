using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.PartiQl;

/// <summary>Statements over the life of an engine: reopened directories, tables that come and go, callers at once, callers that give up.</summary>
public sealed class StatementTests : IDisposable
{
    private const string Count = "SELECT * FROM things WHERE pk = 'count'";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_token_goes_on_after_a_reopen()
    {
        var request = new ExecuteStatementRequest { Statement = "SELECT * FROM things", Limit = 2 };
        using (var client = Open())
        {
            await CreateTableAsync(client, "pk");
            for (var i = 0; i < 5; i++)
            {
                await ExecuteAsync(client, $"INSERT INTO things VALUE {{'pk': '{i}'}}");
            }

            request = request with { NextToken = (await client.ExecuteStatementAsync(request)).NextToken };
        }

        using var reopened = Open();
        (await reopened.ExecuteStatementAsync(request with { Limit = null })).Items!.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_token_of_a_former_table_is_refused()
    {
        using var client = Open();
        await CreateTableAsync(client, "pk");
        await ExecuteAsync(client, "INSERT INTO things VALUE {'pk': 'a'}");
        var request = new ExecuteStatementRequest { Statement = "SELECT * FROM things", Limit = 1 };
        request = request with { NextToken = (await client.ExecuteStatementAsync(request)).NextToken };
        await client.DeleteTableAsync(new() { TableName = "things" });
        await CreateTableAsync(client, "id");

        (await Should.ThrowAsync<DynamoValidationException>(async () => await client.ExecuteStatementAsync(request))).Message.ShouldBe("Invalid NextToken");
    }

    [Fact]
    public async Task Updates_at_once_lose_nothing_and_one_insert_wins()
    {
        await using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        await CreateTableAsync(client, "pk");

        var inserts = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => TryInsertAsync(client, i))));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await ExecuteAsync(client, "UPDATE things SET n = n + 1 WHERE pk = 'count'");
            }
        })));

        inserts.Count(static isWinner => isWinner).ShouldBe(1);
        (await client.ExecuteStatementAsync(new() { Statement = Count })).Items!.Single()["n"].GetInt64().ShouldBe(200);
    }

    [Fact]
    public async Task Transfers_by_transaction_keep_the_sum()
    {
        await using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        await CreateTableAsync(client, "pk");
        for (var i = 0; i < 4; i++)
        {
            await ExecuteAsync(client, $"INSERT INTO things VALUE {{'pk': '{i}', 'n': 100}}");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(caller => Task.Run(async () =>
        {
            var random = new Random(caller);
            for (var i = 0; i < 50; i++)
            {
                await TransferAsync(client, random.Next(4), random.Next(4), random.Next(60));
            }
        })));

        var amounts = (await client.ExecuteStatementAsync(new() { Statement = "SELECT n FROM things" })).Items!.Select(
            static item => item["n"].GetInt64()).ToList();
        amounts.Sum().ShouldBe(400);
        amounts.ShouldAllBe(static amount => amount >= 0);
    }

    [Fact]
    public async Task Batches_are_bound_again_while_their_table_changes()
    {
        await using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        await CreateTableAsync(client, "pk");
        var changes = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await client.UpdateTableAsync(new() { TableName = "things", DeletionProtectionEnabled = i % 2 == 0 });
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                var answer = await client.BatchExecuteStatementAsync(new()
                {
                    Statements = [.. Enumerable.Range(0, 4).Select(
                        n => new BatchStatementRequest { Statement = $"INSERT INTO things VALUE {{'pk': '{caller}-{i}-{n}'}}" })],
                });
                answer.Responses.ShouldAllBe(static response => response.Error == null);
            }
        })));
        await changes;

        (await client.ScanAsync(new() { TableName = "things", Select = Select.Count })).Count.ShouldBe(400);
    }

    [Fact]
    public async Task A_caller_that_gave_up_writes_nothing()
    {
        await using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        await CreateTableAsync(client, "pk");
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await client.ExecuteStatementAsync(new() { Statement = "INSERT INTO things VALUE {'pk': 'count'}" }, source.Token));
        await Should.ThrowAsync<OperationCanceledException>(async () => await client.ExecuteStatementAsync(new() { Statement = Count }, source.Token));
        (await client.ExecuteStatementAsync(new() { Statement = Count })).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_disposed_client_and_a_missing_request_are_refused()
    {
        var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        await Should.ThrowAsync<ArgumentNullException>(async () => await client.ExecuteStatementAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await client.BatchExecuteStatementAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await client.ExecuteTransactionAsync(null!));
        await client.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await client.ExecuteStatementAsync(new() { Statement = Count }));
        await Should.ThrowAsync<ObjectDisposedException>(
            async () => await client.ExecuteStatementAsync(new() { Statement = "INSERT INTO things VALUE {'pk': 'a'}" }));
    }

    private static async Task<bool> TryInsertAsync(EmbeddedDynamoClient client, int writer)
    {
        try
        {
            await ExecuteAsync(client, $"INSERT INTO things VALUE {{'pk': 'count', 'n': 0, 'writer': {writer}}}");
            return true;
        }
        catch (DuplicateItemException)
        {
            return false;
        }
    }

    private static async Task TransferAsync(EmbeddedDynamoClient client, int from, int to, int amount)
    {
        if (from == to)
        {
            return;
        }

        var value = AttributeValue.FromNumber(amount);
        try
        {
            await client.ExecuteTransactionAsync(new()
            {
                TransactStatements =
                [
                    new() { Statement = $"UPDATE things SET n = n - ? WHERE pk = '{from}' AND n >= ?", Parameters = [value, value] },
                    new() { Statement = $"UPDATE things SET n = n + ? WHERE pk = '{to}'", Parameters = [value] },
                ],
            });
        }
        catch (TransactionCanceledException exception)
        {
            // Too little was left.
            exception.CancellationReasons[0].Code.ShouldBe("ConditionalCheckFailed");
        }
    }

    private static async Task ExecuteAsync(EmbeddedDynamoClient client, string statement)
        => await client.ExecuteStatementAsync(new() { Statement = statement });

    private static async Task CreateTableAsync(EmbeddedDynamoClient client, string key)
        => await client.CreateTableAsync(new()
        {
            TableName = "things",
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new(key, AttributeType.String)],
            KeySchema = [new(key, KeyType.PartitionKey)],
        });

    private EmbeddedDynamoClient Open() => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = _directory.Path });
}
