using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>Statements leave the stream records of the item operations that they stand for.</summary>
public abstract class PartiQlStreamContract(IDynamoEndpointFactory factory) : StreamSuite(factory)
{
    [Fact]
    public async Task Each_statement_that_changes_something_has_its_record()
    {
        var table = await CreateStreamedTableAsync();
        await ExecuteAsync($$"""INSERT INTO "{{table}}" VALUE {'pk': 'a', 'sk': '1', 'n': 1}""");
        await ExecuteAsync($"UPDATE \"{table}\" SET n = n + 1 WHERE pk = 'a' AND sk = '1'");
        await ExecuteAsync($"UPDATE \"{table}\" SET n = 2 WHERE pk = 'a' AND sk = '1'");
        await Should.ThrowAsync<DuplicateItemException>(() => ExecuteAsync($$"""INSERT INTO "{{table}}" VALUE {'pk': 'a', 'sk': '1'}"""));
        await ExecuteAsync($"SELECT * FROM \"{table}\"");
        await ExecuteAsync($"DELETE FROM \"{table}\" WHERE pk = 'a' AND sk = '1'");
        await ExecuteAsync($"DELETE FROM \"{table}\" WHERE pk = 'a' AND sk = '1'");

        var records = await ReadAllAsync(table);

        records.Select(static record => record.EventName).ShouldBe([OperationType.Insert, OperationType.Modify, OperationType.Remove]);
        records.Select(static record => record.Dynamodb.NewImage).ShouldBe(
            [Attributes("pk", "a", "sk", "1", "n", 1), Attributes("pk", "a", "sk", "1", "n", 2), null]);
    }

    [Fact]
    public async Task Batches_keep_the_order_of_an_item()
    {
        var table = await CreateStreamedTableAsync();
        await Client.BatchExecuteStatementAsync(new()
        {
            Statements =
            [
                new() { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': 'a', 'sk': '1', 'n': 1}""" },
                new() { Statement = $"UPDATE \"{table}\" SET n = 2 WHERE pk = 'a' AND sk = '1'" },
                new() { Statement = $"UPDATE \"{table}\" SET n = 3 WHERE pk = 'a' AND sk = '1' AND n = 7" },
                new() { Statement = $"DELETE FROM \"{table}\" WHERE pk = 'a' AND sk = '1'" },
            ],
        });

        (await ReadAllAsync(table)).Select(static record => record.EventName).ShouldBe([OperationType.Insert, OperationType.Modify, OperationType.Remove]);
    }

    [Fact]
    public async Task Cancelled_transactions_leave_none()
    {
        var table = await CreateStreamedTableAsync();
        ParameterizedStatement insert = new() { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': 'a', 'sk': ?}""", Parameters = [Value("1")] };
        await Should.ThrowAsync<TransactionCanceledException>(async () => await Client.ExecuteTransactionAsync(new()
        {
            TransactStatements = [insert, new() { Statement = $"UPDATE \"{table}\" SET n = 1 WHERE pk = 'absent' AND sk = '1'" }],
        }));
        await Client.ExecuteTransactionAsync(new() { TransactStatements = [insert, insert with { Parameters = [Value("2")] }] });

        (await ReadAllAsync(table)).Select(static record => record.Dynamodb.Keys).ShouldBe(
            [Attributes("pk", "a", "sk", "1"), Attributes("pk", "a", "sk", "2")], ignoreOrder: true);
    }

    private async Task ExecuteAsync(string statement) => await Client.ExecuteStatementAsync(new() { Statement = statement });
}
