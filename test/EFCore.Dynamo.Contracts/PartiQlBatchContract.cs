using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>BatchExecuteStatement: statements that fail are reported in their places, the others are executed.</summary>
public abstract class PartiQlBatchContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task Reads_answer_in_the_order_of_the_request()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", 1, "m", Attributes("x", 5));
        await PutAsync(table, "pk", "b", "n", 2);

        var response = await BatchAsync(
            new() { Statement = $"SELECT * FROM \"{table}\" WHERE pk = 'b'" },
            new() { Statement = $"SELECT m.x FROM \"{table}\" WHERE pk = ?", Parameters = [Value("a")], ConsistentRead = true },
            new() { Statement = $"SELECT * FROM \"{table}\" WHERE pk = 'absent'" },
            new() { Statement = $"SELECT * FROM \"{table}\" WHERE pk = 'a' AND n > 1" });

        response.Responses.ShouldBe(
        [
            new() { TableName = table, Item = Attributes("pk", "b", "n", 2) },
            new() { TableName = table, Item = Attributes("x", 5) },
            new() { TableName = table },
            new() { TableName = table },
        ]);
        response.ConsumedCapacity!.Single().CapacityUnits.ShouldBe(0.5 + 1 + 0.5 + 0.5);
    }

    [Fact]
    public async Task Failed_read_leaves_the_others_alone()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a");
        const string needsKey = "Select statements within BatchExecuteStatement must specify the primary key in the where clause.";

        var response = await BatchAsync(
            new() { Statement = $"SELECT * FROM \"{table}\"" },
            new() { Statement = $"SELECT * FROM \"{table}\".\"idx\" WHERE pk = 'a'" },
            new() { Statement = "SLECT" },
            new() { Statement = "SELECT * FROM \"not-there\" WHERE pk = 'a'" },
            new() { Statement = $"SELECT * FROM \"{table}\" WHERE pk = ?" },
            new() { Statement = $"SELECT * FROM \"{table}\" WHERE pk = 1" },
            new() { Statement = $"SELECT * FROM \"{table}\" WHERE pk = 'a'" });

        response.Responses.Select(static statement => statement.Error).ShouldBe(
        [
            new BatchStatementError("ValidationError", needsKey),
            new BatchStatementError("ValidationError", needsKey),
            new BatchStatementError("ValidationError", "The statement must be a SELECT, INSERT, UPDATE or DELETE"),
            new BatchStatementError("ResourceNotFound", "Requested resource not found"),
            new BatchStatementError("ValidationError", "Number of parameters in request and statement don't match."),
            new BatchStatementError("ValidationError", "The provided key element does not match the schema"),
            null,
        ]);
        response.Responses[^1].Item.ShouldBe(Attributes("pk", "a"));
        response.Responses.Select(static statement => statement.TableName).ShouldBe([null, null, null, null, null, null, table]);
    }

    [Fact]
    public async Task Writes_are_executed_one_by_one()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "taken", "n", 1);

        var response = await BatchAsync(
            new() { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': 'new', 'n': 1}""" },
            new() { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': 'taken'}""" },
            new() { Statement = $"UPDATE \"{table}\" SET n = n + 1 WHERE pk = 'new' RETURNING ALL NEW *" },
            new()
            {
                Statement = $"UPDATE \"{table}\" SET n = 5 WHERE pk = 'taken' AND n = 9",
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.AllOld,
            },
            new() { Statement = $"UPDATE \"{table}\" SET n = 5" },
            new() { Statement = $"DELETE FROM \"{table}\" WHERE pk = 'absent'" },
            new() { Statement = "DELETE FROM" });

        response.Responses.Select(static statement => statement.Error).ShouldBe(
        [
            null,
            new BatchStatementError("DuplicateItem", "Duplicate primary key exists in table"),
            null,
            new BatchStatementError("ConditionalCheckFailed", "The conditional request failed", Attributes("pk", "taken", "n", 1)),
            new BatchStatementError("ValidationError", "Where clause does not contain a mandatory equality on all key attributes"),
            null,
            new BatchStatementError("ValidationError", "Statement wasn't well formed, can't be processed: Expected identifier for simple path"),
        ]);
        response.Responses[2].Item.ShouldBe(Attributes("pk", "new", "n", 2));
        response.Responses.Select(static statement => statement.TableName).ShouldBe([table, table, table, table, null, table, null]);
        response.ConsumedCapacity!.Single().CapacityUnits.ShouldBe(3);
        (await GetAsync(table, "pk", "new")).ShouldBe(Attributes("pk", "new", "n", 2));
        (await GetAsync(table, "pk", "taken")).ShouldBe(Attributes("pk", "taken", "n", 1));
    }

    [Fact]
    public async Task Each_statement_is_checked_like_one_by_itself()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "n", 1);

        var response = await BatchAsync(
            new() { Statement = $"FROM \"{table}\" WHERE pk = 'k' AND attribute_exists(n) SET n = 2 RETURNING MODIFIED NEW *" },
            new() { Statement = $"UPDATE \"{table}\" SET n = 2 WHERE pk = 'k' AND attribute_not_exists(n)" },
            new() { Statement = $"DELETE FROM \"{table}\" WHERE pk = 'k' RETURNING MODIFIED OLD *" },
            new() { Statement = $"UPDATE \"{table}\" SET s = set_add(s) WHERE pk = 'k'" },
            new() { Statement = $"UPDATE \"{table}\".\"i\" SET n = 1 WHERE pk = 'k'" },
            new() { Statement = $"INSERT INTO \"{table}\" VALUE {{'pk': 1e126}}" });

        response.Responses[0].Item.ShouldBe(Attributes("n", 2));
        response.Responses.Select(static statement => statement.Error?.Message).ShouldBe(
        [
            null,
            "The conditional request failed",
            "Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed in DELETE statements.",
            $"SET_ADD must have exactly two arguments at 1:{19 + table.Length}:7",
            "This operation is not supported on an index",
            "Number overflow. Attempting to store a number with magnitude larger than supported range under root.pk",
        ]);
    }

    [Theory]
    [InlineData("SELECT * FROM {0} WHERE pk = 'k' AND n = ?", "SELECT * FROM {0} WHERE pk = 'k'")]
    [InlineData("UPDATE {0} SET n = ? WHERE pk = 'k'", "UPDATE {0} SET o = 1 WHERE pk = 'k'")]
    public async Task Parameter_that_is_nested_too_deep_is_its_statement_s_error(string statement, string other)
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "n", 1);
        object deep = 1;
        for (var level = 0; level < 33; level++)
        {
            deep = new[] { deep };
        }

        var response = await BatchAsync(
            new() { Statement = statement.Replace("{0}", $"\"{table}\"", StringComparison.Ordinal), Parameters = [Value(deep)] },
            new() { Statement = other.Replace("{0}", $"\"{table}\"", StringComparison.Ordinal) });

        response.Responses[0].ShouldBe(new BatchStatementResponse
        {
            Error = new BatchStatementError(
                "ValidationError", "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"),
        });
        response.Responses[1].Error.ShouldBeNull();
        response.Responses[1].TableName.ShouldBe(table);
    }

    [Fact]
    public async Task Reads_and_writes_do_not_mix()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            () => BatchAsync(new() { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': 'new'}""" }, new() { Statement = $"SELECT * FROM \"{table}\" WHERE pk = 'a'" }),
            "A batch may contain either read statements or write statements, not both");
        (await GetAsync(table, "pk", "new")).ShouldBeNull();
    }

    [Fact]
    public async Task Batch_has_one_to_twenty_five_statements()
    {
        var table = await CreateTableAsync();
        BatchStatementRequest[] statements = [.. Enumerable.Range(0, 26).Select(
            i => new BatchStatementRequest { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': '{{i}}'}""" })];

        (await BatchAsync(statements[..25])).Responses.Count(static statement => statement.Error is null).ShouldBe(25);
        (await Should.ThrowAsync<DynamoValidationException>(() => BatchAsync(statements))).Message
            .ShouldEndWith("at 'statements' failed to satisfy constraint: Member must have length less than or equal to 25");
        (await GetAsync(table, "pk", "25")).ShouldBeNull();
        await ShouldBeInvalidAsync(
            () => BatchAsync(),
            "1 validation error detected: Value '[]' at 'statements' failed to satisfy constraint: Member must have length greater than or equal to 1");
    }

    private async Task<BatchExecuteStatementResponse> BatchAsync(params BatchStatementRequest[] statements)
        => await Client.BatchExecuteStatementAsync(new() { Statements = statements, ReturnConsumedCapacity = ReturnConsumedCapacity.Total });
}
