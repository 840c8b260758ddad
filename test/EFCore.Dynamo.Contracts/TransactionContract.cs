using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>TransactWriteItems and TransactGetItems.</summary>
public abstract class TransactionContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task All_parts_are_written_together()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "gone");
        await PutAsync(table, "pk", "count", "n", 1);
        await PutAsync(table, "pk", "guard", "ok", true);

        await TransactAsync(
            new() { Put = new() { TableName = table, Item = Attributes("pk", "new", "n", 1), ConditionExpression = "attribute_not_exists(pk)" } },
            new() { Delete = new() { TableName = table, Key = Attributes("pk", "gone") } },
            new() { Update = Add(table, "count", 5) },
            new() { ConditionCheck = new() { TableName = table, Key = Attributes("pk", "guard"), ConditionExpression = "attribute_exists(ok)" } });

        (await GetAsync(table, "pk", "new")).ShouldNotBeNull();
        (await GetAsync(table, "pk", "gone")).ShouldBeNull();
        (await GetAsync(table, "pk", "count")).ShouldBe(Attributes("pk", "count", "n", 6));
    }

    [Fact]
    public async Task One_failed_condition_cancels_all_with_reasons_in_order()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "taken", "n", 1);
        await PutAsync(table, "pk", "text", "n", "not a number");

        var exception = await Should.ThrowAsync<TransactionCanceledException>(() => TransactAsync(
            new() { Put = new() { TableName = table, Item = Attributes("pk", "new") } },
            new()
            {
                Put = new()
                {
                    TableName = table,
                    Item = Attributes("pk", "taken"),
                    ConditionExpression = "attribute_not_exists(pk)",
                    ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.AllOld,
                },
            },
            new() { ConditionCheck = new() { TableName = table, Key = Attributes("pk", "absent"), ConditionExpression = "attribute_exists(pk)" } },
            new() { Update = Add(table, "text", 1) }));

        exception.Message.ShouldBe(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ConditionalCheckFailed, "
                + "ValidationError]");
        exception.CancellationReasons.ShouldBe(
        [
            new CancellationReason("None"),
            new CancellationReason("ConditionalCheckFailed", "The conditional request failed", Attributes("pk", "taken", "n", 1)),
            new CancellationReason("ConditionalCheckFailed", "The conditional request failed"),
            new CancellationReason("ValidationError", exception.CancellationReasons[3].Message),
        ]);
        (await GetAsync(table, "pk", "new")).ShouldBeNull();
    }

    [Fact]
    public async Task An_update_that_only_takes_away_creates_no_item()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "b", "n", 1, "m", 2);

        await TransactAsync(
            new() { Update = new() { TableName = table, Key = Attributes("pk", "a"), UpdateExpression = "REMOVE n, m.x", ConditionExpression = "attribute_not_exists(pk)" } },
            new() { Update = new() { TableName = table, Key = Attributes("pk", "b"), UpdateExpression = "REMOVE n" } });

        (await GetAsync(table, "pk", "a")).ShouldBeNull();
        (await GetAsync(table, "pk", "b")).ShouldBe(Attributes("pk", "b", "m", 2));
    }

    [Fact]
    public async Task A_key_that_does_not_fit_cancels_with_a_validation_error()
    {
        var table = await CreateTableAsync();

        var exception = await Should.ThrowAsync<TransactionCanceledException>(() => TransactAsync(
            new() { Put = new() { TableName = table, Item = Attributes("pk", "a") } },
            new() { Put = new() { TableName = table, Item = Attributes("n", 1) } }));

        exception.CancellationReasons.Select(static reason => reason.Code).ShouldBe(["None", "ValidationError"]);
        exception.CancellationReasons[1].Message.ShouldBe("One or more parameter values were invalid: Missing the key pk in the item");
        (await GetAsync(table, "pk", "a")).ShouldBeNull();
    }

    [Fact]
    public async Task The_first_key_that_does_not_fit_ends_the_check_whatever_the_part_does()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "taken");
        const string Mismatch = "The provided key element does not match the schema";
        (TransactWriteItem Part, string Message)[] unfitting =
        [
            (
                new() { Put = new() { TableName = table, Item = Attributes("pk", 1) } },
                "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N"),
            (new() { Update = new() { TableName = table, Key = Attributes("pk", 2), UpdateExpression = "REMOVE x" } }, Mismatch),
            (new() { Delete = new() { TableName = table, Key = Attributes("pk", 3) } }, Mismatch),
            (new() { ConditionCheck = new() { TableName = table, Key = Attributes("pk", 4), ConditionExpression = "attribute_exists(pk)" } }, Mismatch),
        ];
        var refused = new TransactWriteItem
        {
            Put = new() { TableName = table, Item = Attributes("pk", "taken"), ConditionExpression = "attribute_not_exists(pk)" },
        };

        foreach (var (first, message) in unfitting)
        {
            foreach (var (second, secondMessage) in unfitting)
            {
                await ShouldCancelAsync([first, second, refused], [message, null, null]);
                await ShouldCancelAsync([refused, second, first], [null, secondMessage, null]);
            }
        }
    }

    [Fact]
    public async Task The_first_read_whose_key_does_not_fit_ends_the_check()
    {
        var table = await CreateTableAsync();
        TransactGetItem Get(object key) => new() { TableName = table, Key = Attributes("pk", key) };

        var exception = await Should.ThrowAsync<TransactionCanceledException>(async () =>
            await Client.TransactGetItemsAsync(new TransactGetItemsRequest { TransactItems = [Get("a"), Get(1), Get(2), Get("a")] }));

        exception.CancellationReasons.Select(static reason => reason.Code).ShouldBe(["None", "ValidationError", "None", "None"]);
    }

    [Fact]
    public async Task Actions_are_checked_one_at_a_time_before_tables_and_targets()
    {
        var table = await CreateTableAsync();
        var deep = Nest(33);
        TransactWriteItem Delete(Item key, string? condition = null)
            => new() { Delete = new() { TableName = table, Key = key, ConditionExpression = condition } };
        TransactWriteItem Put(Item item) => new() { Put = new() { TableName = table, Item = item } };
        var syntax = Delete(Attributes("pk", "a"), "pk =");
        const string Syntax = "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"=\"";
        const string Empty = "Empty attribute name";
        const string Deep = "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";
        var missing = new TransactWriteItem { Put = new() { TableName = "missing-table", Item = Attributes("pk", "a") } };
        var cases = new (TransactWriteItem[] Parts, string Message)[]
        {
            ([missing, Put(Attributes("pk", "a", string.Empty, 1))], Empty),
            ([missing, Put(Attributes("pk", "a", "x", deep))], Deep),
            ([missing, Put(Attributes("pk", "a", "x", Attributes(string.Empty, 1)))], Empty),
            ([missing, syntax], Syntax),
            ([Put(Attributes("pk", "a", "x", deep)), syntax], Deep),
            ([syntax, Put(Attributes("pk", "a", "x", deep))], Syntax),
            ([Put(Attributes("pk", "a", "x", deep, string.Empty, 1))], Empty),
            ([Put(Attributes("pk", "a", "x", deep, "y", Attributes(string.Empty, 1)))], Deep),
            ([Put(Attributes("pk", "a", "y", new object?[] { Attributes("z", Attributes(string.Empty, 1)) }))], Empty),
            ([Delete(Attributes("pk", deep), "pk =")], Syntax),
            ([Delete(Attributes("pk", deep))], Deep),
            ([Delete(Attributes(string.Empty, deep), "pk =")], Empty),
            ([Put(Attributes("pk", "a")), Delete(Attributes("pk", "a"), "pk =")], Syntax),
        };

        foreach (var (parts, message) in cases)
        {
            await ShouldBeInvalidAsync(() => TransactAsync(parts), message);
        }

        await Should.ThrowAsync<ResourceNotFoundException>(() => TransactAsync(Put(Attributes("pk", 1)), missing));
    }

    [Fact]
    public async Task Reads_are_checked_one_at_a_time_before_tables_and_targets()
    {
        TransactGetItem Get(Item key, string? projection = null) => new() { TableName = "missing-table", Key = key, ProjectionExpression = projection };
        var fine = Get(Attributes("pk", "a"));
        var deep = Attributes("pk", Nest(33));
        var syntax = Get(Attributes("pk", "a"), "x,");
        const string Syntax = "Invalid ProjectionExpression: Syntax error; token: \"<EOF>\", near: \",\"";
        const string Empty = "Empty attribute name";
        const string Deep = "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";
        var cases = new (TransactGetItem[] Parts, string Message)[]
        {
            ([fine, fine, syntax], Syntax),
            ([fine, Get(Attributes(string.Empty, 1))], Empty),
            ([syntax, Get(deep)], Syntax),
            ([Get(deep), syntax], Deep),
            ([Get(deep, "x,")], Syntax),
            ([Get(Attributes(string.Empty, Nest(33)), "x,")], Empty),
            ([Get(Attributes("pk", Attributes(string.Empty, 1))), syntax], Empty),
        };

        foreach (var (parts, message) in cases)
        {
            await ShouldBeInvalidAsync(async () => await Client.TransactGetItemsAsync(new TransactGetItemsRequest { TransactItems = parts }), message);
        }
    }

    [Fact]
    public async Task The_depth_of_a_conditions_values_is_not_looked_at()
    {
        var table = await CreateTableAsync();

        await TransactAsync(new TransactWriteItem
        {
            Put = new()
            {
                TableName = table,
                Item = Attributes("pk", "a"),
                ConditionExpression = "attribute_not_exists(pk) OR x = :v",
                ExpressionAttributeValues = Attributes(":v", Nest(40)),
            },
        });

        (await GetAsync(table, "pk", "a")).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_empty_key_value_fails_the_request_instead_of_cancelling_it()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            () => TransactAsync(
                new() { Put = new() { TableName = table, Item = Attributes("pk", "a") } },
                new() { Put = new() { TableName = table, Item = Attributes("pk", string.Empty) } }),
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk");
        (await GetAsync(table, "pk", "a")).ShouldBeNull();
    }

    [Fact]
    public async Task One_item_cannot_be_in_a_transaction_twice()
    {
        var table = await CreateTableAsync();
        const string Twice = "Transaction request cannot include multiple operations on one item";

        await ShouldBeInvalidAsync(
            () => TransactAsync(
                new() { Put = new() { TableName = table, Item = Attributes("pk", "a", "n", 1) } },
                new() { Delete = new() { TableName = table, Key = Attributes("pk", "a") } }),
            Twice);
        await ShouldBeInvalidAsync(
            async () => await Client.TransactGetItemsAsync(new TransactGetItemsRequest
            {
                TransactItems = [new() { TableName = table, Key = Attributes("pk", "a") }, new() { TableName = table, Key = Attributes("pk", "a") }],
            }),
            Twice);
    }

    [Fact]
    public async Task A_part_does_exactly_one_thing()
    {
        var table = await CreateTableAsync();
        const string OneOf = "TransactItems can only contain one of Check, Put, Update or Delete";

        await ShouldBeInvalidAsync(() => TransactAsync(new TransactWriteItem()), OneOf);
        await ShouldBeInvalidAsync(
            () => TransactAsync(new TransactWriteItem
            {
                Put = new() { TableName = table, Item = Attributes("pk", "a") },
                Delete = new() { TableName = table, Key = Attributes("pk", "b") },
            }),
            OneOf);
    }

    [Fact]
    public async Task A_transaction_has_1_to_100_parts()
    {
        var table = await CreateTableAsync();
        TransactWriteItem[] Parts(int count)
            => [.. Enumerable.Range(0, count).Select(i => new TransactWriteItem { Put = new() { TableName = table, Item = Attributes("pk", $"{i}") } })];

        await TransactAsync(Parts(100));
        (await Should.ThrowAsync<DynamoValidationException>(() => TransactAsync(Parts(101)))).Message.ShouldEndWith(
            "Member must have length less than or equal to 100");
        (await Should.ThrowAsync<DynamoValidationException>(() => TransactAsync())).Message.ShouldEndWith("Member must have length greater than or equal to 1");
    }

    [Fact]
    public async Task A_repeated_token_does_not_write_again()
    {
        var table = await CreateTableAsync();
        var request = new TransactWriteItemsRequest
        {
            TransactItems = [new() { Update = Add(table, "count", 1) }],
            ClientRequestToken = Guid.NewGuid().ToString(),
        };

        await Client.TransactWriteItemsAsync(request);
        await Client.TransactWriteItemsAsync(request);
        await Client.TransactWriteItemsAsync(request with { ReturnConsumedCapacity = ReturnConsumedCapacity.Total });

        (await GetAsync(table, "pk", "count")).ShouldBe(Attributes("pk", "count", "n", 1));
    }

    [Fact]
    public async Task A_token_used_with_another_payload_is_refused()
    {
        var table = await CreateTableAsync();
        var request = new TransactWriteItemsRequest
        {
            TransactItems = [new() { Update = Add(table, "count", 1) }],
            ClientRequestToken = Guid.NewGuid().ToString(),
        };
        await Client.TransactWriteItemsAsync(request);

        await Should.ThrowAsync<IdempotentParameterMismatchException>(async () =>
            await Client.TransactWriteItemsAsync(request with { TransactItems = [new() { Update = Add(table, "count", 2) }] }));
    }

    [Fact]
    public async Task A_cancelled_transaction_may_be_sent_again_with_its_token()
    {
        var table = await CreateTableAsync();
        var request = new TransactWriteItemsRequest
        {
            TransactItems = [new() { Put = new() { TableName = table, Item = Attributes("pk", "a", "n", 2), ConditionExpression = "attribute_exists(pk)" } }],
            ClientRequestToken = Guid.NewGuid().ToString(),
        };

        await Should.ThrowAsync<TransactionCanceledException>(async () => await Client.TransactWriteItemsAsync(request));
        await PutAsync(table, "pk", "a");
        await Client.TransactWriteItemsAsync(request);

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "n", 2));
    }

    [Fact]
    public async Task A_read_transaction_keeps_the_order_of_the_request()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", 1);
        await PutAsync(table, "pk", "b", "n", 2);
        await PutAsync(table, "pk", "c", "n", 3);

        var response = await Client.TransactGetItemsAsync(new TransactGetItemsRequest
        {
            TransactItems =
            [
                new() { TableName = table, Key = Attributes("pk", "b"), ProjectionExpression = "n" },
                new() { TableName = table, Key = Attributes("pk", "absent") },
                new() { TableName = table, Key = Attributes("pk", "a") },
                new() { TableName = table, Key = Attributes("pk", "c"), ProjectionExpression = "absent, n.absent" },
            ],
        });

        // A projection that matches nothing leaves nothing, as a missing item does.
        response.Responses.ShouldBe([Attributes("n", 2), null, Attributes("pk", "a", "n", 1), null]);
    }

    [Fact]
    public async Task More_than_four_megabytes_are_refused()
    {
        var table = await CreateTableAsync();
        var text = new string('x', 390_000);

        await Should.ThrowAsync<DynamoValidationException>(() => TransactAsync(
            [.. Enumerable.Range(0, 11).Select(
                i => new TransactWriteItem { Put = new() { TableName = table, Item = Attributes("pk", $"{i}", "text", text) } })]));
        (await GetAsync(table, "pk", "0")).ShouldBeNull();
    }

    private static UpdateItemRequest Add(string table, string key, int number) => new()
    {
        TableName = table,
        Key = Attributes("pk", key),
        UpdateExpression = "ADD n :n",
        ExpressionAttributeValues = Attributes(":n", number),
    };

    /// <summary>Lists in lists: the value itself is the first level.</summary>
    private static AttributeValue Nest(int levels)
    {
        var value = Value(1);
        for (var i = 1; i < levels; i++)
        {
            value = AttributeValue.FromList([value]);
        }

        return value;
    }

    private async Task ShouldCancelAsync(TransactWriteItem[] parts, string?[] messages)
    {
        var exception = await Should.ThrowAsync<TransactionCanceledException>(() => TransactAsync(parts));
        exception.CancellationReasons.Select(static reason => reason.Code).ShouldBe(
            messages.Select(static message => message is null ? "None" : "ValidationError"));
        exception.CancellationReasons.Select(static reason => reason.Message).ShouldBe(messages);
    }

    private Task TransactAsync(params TransactWriteItem[] parts)
        => Client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = parts }).AsTask();
}
