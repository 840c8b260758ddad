using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>ExecuteTransaction: all statements or none.</summary>
public abstract class PartiQlTransactionContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task Writes_and_checks_succeed_together()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "gone");
        await PutAsync(table, "pk", "count", "n", 1);
        await PutAsync(table, "pk", "guard", "ok", true);

        var response = await TransactAsync(
            new() { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': ?, 'n': 1}""", Parameters = [Value("new")] },
            new() { Statement = $"DELETE FROM \"{table}\" WHERE pk = 'gone'" },
            new() { Statement = $"UPDATE \"{table}\" SET n = n + 5 WHERE pk = 'count' AND n = 1" },
            new() { Statement = $"EXISTS(SELECT * FROM \"{table}\" WHERE pk = 'guard' AND ok = true)" });

        response.Responses.ShouldBeEmpty();
        response.ConsumedCapacity!.Single().WriteCapacityUnits.ShouldBe(8);
        (await GetAsync(table, "pk", "new")).ShouldBe(Attributes("pk", "new", "n", 1));
        (await GetAsync(table, "pk", "gone")).ShouldBeNull();
        (await GetAsync(table, "pk", "count")).ShouldBe(Attributes("pk", "count", "n", 6));
    }

    [Fact]
    public async Task One_failure_cancels_all_with_reasons_in_order()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "taken", "n", 1);

        var error = await Should.ThrowAsync<TransactionCanceledException>(() => TransactAsync(
            new() { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': 'new'}""" },
            new() { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': 'taken'}""" },
            new() { Statement = $"UPDATE \"{table}\" SET n = 1 WHERE pk = 'absent'" },
            new() { Statement = $"EXISTS(SELECT * FROM \"{table}\" WHERE pk = 'nobody' AND ok = true)" }));

        error.CancellationReasons.ShouldBe(
        [
            new CancellationReason("None"),
            new CancellationReason("DuplicateItem", "Duplicate primary key exists in table"),
            new CancellationReason("ConditionalCheckFailed", "The conditional request failed"),
            new CancellationReason("ConditionalCheckFailed", "The conditional request failed"),
        ]);
        error.Message.ShouldBe(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, DuplicateItem, ConditionalCheckFailed, "
                + "ConditionalCheckFailed]");
        (await GetAsync(table, "pk", "new")).ShouldBeNull();
    }

    [Fact]
    public async Task Failed_condition_returns_its_item_where_asked_for()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "n", 1);

        var error = await Should.ThrowAsync<TransactionCanceledException>(() => TransactAsync(new ParameterizedStatement
        {
            Statement = $"EXISTS(SELECT * FROM \"{table}\" WHERE pk = 'k' AND n = 2)",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.AllOld,
        }));

        error.CancellationReasons.Single().Item.ShouldBe(Attributes("pk", "k", "n", 1));
    }

    [Fact]
    public async Task Reads_are_answered_in_order()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", 1);

        var response = await TransactAsync(
            new() { Statement = $"SELECT * FROM \"{table}\" WHERE pk = 'a'" },
            new() { Statement = $"SELECT absent FROM \"{table}\" WHERE pk = 'b'" },
            new() { Statement = $"SELECT n FROM \"{table}\" WHERE pk = ?", Parameters = [Value("c")] });

        response.Responses.ShouldBe([Attributes("pk", "a", "n", 1), null, null]);
        response.ConsumedCapacity!.Single().ReadCapacityUnits.ShouldBe(6);
        (await TransactAsync(new ParameterizedStatement { Statement = $"SELECT absent FROM \"{table}\" WHERE pk = 'a'" })).Responses.ShouldBe([Item.Empty]);
    }

    [Fact]
    public async Task Repeated_token_is_answered_without_writing_again()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "count", "n", 1);
        var request = new ExecuteTransactionRequest
        {
            TransactStatements = [new() { Statement = $"UPDATE \"{table}\" SET n = n + ? WHERE pk = 'count'", Parameters = [Value(1)] }],
            ClientRequestToken = Guid.NewGuid().ToString(),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        };

        (await Client.ExecuteTransactionAsync(request)).ConsumedCapacity!.Single().WriteCapacityUnits.ShouldBe(2);
        var repeated = await Client.ExecuteTransactionAsync(request);
        repeated.ConsumedCapacity!.Single().ReadCapacityUnits.ShouldBe(2);
        repeated.Responses.ShouldBeEmpty();
        (await GetAsync(table, "pk", "count")).ShouldBe(Attributes("pk", "count", "n", 2));
        await Should.ThrowAsync<IdempotentParameterMismatchException>(async () => await Client.ExecuteTransactionAsync(request with
        {
            TransactStatements = [request.TransactStatements[0] with { Parameters = [Value(2)] }],
        }));
    }

    [Fact]
    public async Task Reads_and_writes_do_not_mix()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            () => TransactAsync(new() { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': 'a'}""" }, new() { Statement = $"SELECT * FROM \"{table}\" WHERE pk = 'b'" }),
            "A transaction may contain either read statements or write statements, not both");
    }

    [Fact]
    public async Task No_item_is_touched_twice()
    {
        var table = await CreateTableAsync();
        const string twice = "Transaction request cannot include multiple operations on one item";

        await ShouldBeInvalidAsync(
            () => TransactAsync(new() { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': 'a'}""" }, new() { Statement = $"DELETE FROM \"{table}\" WHERE pk = 'a'" }),
            twice);
        await ShouldBeInvalidAsync(
            () => TransactAsync(new() { Statement = $"SELECT * FROM \"{table}\" WHERE pk = 'a'" }, new() { Statement = $"SELECT n FROM \"{table}\" WHERE pk = 'a'" }),
            twice);
    }

    [Fact]
    public async Task Statement_that_does_not_fit_is_refused_or_cancels()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            () => TransactAsync(new ParameterizedStatement { Statement = "SELECT * FORM t" }),
            "Statement wasn't well formed, can't be processed: Expected FROM after SELECT list");
        await Should.ThrowAsync<ResourceNotFoundException>(
            () => TransactAsync(new ParameterizedStatement { Statement = "DELETE FROM \"not-there\" WHERE pk = 'a'" }));
        var error = await Should.ThrowAsync<TransactionCanceledException>(() => TransactAsync(
            new() { Statement = $"DELETE FROM \"{table}\" WHERE n = 1" }, new() { Statement = $"DELETE FROM \"{table}\" WHERE pk = 1" }));
        error.CancellationReasons.ShouldBe(
        [
            new CancellationReason("ValidationError", "Where clause does not contain a mandatory equality on all key attributes"),
            new CancellationReason("ValidationError", "The provided key element does not match the schema"),
        ]);
    }

    [Theory]
    [InlineData("SELECT * FROM {0}.\"any\" WHERE pk = 'a'", "Reads on indices are not supported within transactions.")]
    [InlineData("SELECT * FROM {0}", "Select statements within ExecuteTransaction must specify the primary key in the where clause.")]
    [InlineData("SELECT * FROM {0} WHERE pk IN ['a']", "Select statements within ExecuteTransaction must specify the primary key in the where clause.")]
    [InlineData("EXISTS(SELECT * FROM {0} WHERE pk = 'a')", "EXISTS() must contain a single item read with additional condition")]
    [InlineData("EXISTS(SELECT * FROM {0} WHERE n = 1)", "EXISTS() must contain a single item read with additional condition")]
    [InlineData("UPDATE {0} SET n = 1 WHERE pk = 'a' RETURNING ALL OLD *", "RETURNING clause is not supported in ExecuteTransaction.")]
    [InlineData("FROM {0} WHERE pk = 'a' SET n = 1 RETURNING ALL OLD *", "RETURNING clause is not supported in ExecuteTransaction.")]
    [InlineData("DELETE FROM {0} WHERE pk = 'a' RETURNING MODIFIED NEW *", "RETURNING clause is not supported in ExecuteTransaction.")]
    public async Task Statement_that_no_transaction_takes_fails_it_as_a_whole(string statement, string message)
    {
        var table = await CreateTableAsync();
        statement = statement.Replace("{0}", $"\"{table}\"", StringComparison.Ordinal);
        ParameterizedStatement first = new()
        {
            Statement = statement.StartsWith("SELECT", StringComparison.Ordinal)
                ? $"SELECT * FROM \"{table}\" WHERE pk = 'x'"
                : $"DELETE FROM \"{table}\" WHERE n = 1",
        };

        await ShouldBeInvalidAsync(
            () => TransactAsync(new ParameterizedStatement { Statement = statement }), $"Validation failed in TransactStatements[0]: {message}");
        await ShouldBeInvalidAsync(() => TransactAsync(first, new() { Statement = statement }), $"Validation failed in TransactStatements[1]: {message}");
    }

    [Fact]
    public async Task Update_may_begin_with_from_and_existence_be_its_condition()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "k", "n", 1);

        await TransactAsync(
            new() { Statement = $"FROM \"{table}\" WHERE pk = 'k' AND attribute_exists(n) SET n = ? REMOVE o", Parameters = [Value(2)] },
            new() { Statement = $"DELETE FROM \"{table}\" WHERE pk = 'other' AND attribute_not_exists(n)" });
        var error = await Should.ThrowAsync<TransactionCanceledException>(() => TransactAsync(
            new ParameterizedStatement { Statement = $"FROM \"{table}\" WHERE pk = 'k' AND NOT attribute_exists(n) SET n = 3" }));

        error.CancellationReasons.Single().Code.ShouldBe("ConditionalCheckFailed");
        (await GetAsync(table, "pk", "k")).ShouldBe(Attributes("pk", "k", "n", 2));
    }

    [Fact]
    public async Task Transaction_has_one_to_a_hundred_statements()
    {
        var table = await CreateTableAsync();
        ParameterizedStatement[] statements = [.. Enumerable.Range(0, 101).Select(
            i => new ParameterizedStatement { Statement = $$"""INSERT INTO "{{table}}" VALUE {'pk': '{{i}}'}""" })];

        (await Should.ThrowAsync<DynamoValidationException>(() => TransactAsync(statements))).Message
            .ShouldEndWith("at 'transactStatements' failed to satisfy constraint: Member must have length less than or equal to 100");
        (await TransactAsync(statements[..100])).Responses.ShouldBeEmpty();
        (await GetAsync(table, "pk", "99")).ShouldNotBeNull();
    }

    private async Task<ExecuteTransactionResponse> TransactAsync(params ParameterizedStatement[] statements)
        => await Client.ExecuteTransactionAsync(new() { TransactStatements = statements, ReturnConsumedCapacity = ReturnConsumedCapacity.Total });
}
