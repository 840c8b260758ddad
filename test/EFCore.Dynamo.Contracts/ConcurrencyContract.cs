using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>Many callers at once.</summary>
public abstract class ConcurrencyContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    private const int CallerCount = 64;

    [Fact]
    public async Task Counters_by_add_lose_no_increment()
    {
        var table = await CreateTableAsync();

        await Task.WhenAll(Enumerable.Range(0, CallerCount).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await AddAsync(table, "counter", 1);
            }
        })));

        (await GetAsync(table, "pk", "counter")).ShouldBe(Attributes("pk", "counter", "n", CallerCount * 10));
    }

    [Fact]
    public async Task Of_many_conditional_swaps_each_version_is_won_by_one()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "version", 0);

        var wins = await Task.WhenAll(Enumerable.Range(0, CallerCount).Select(_ => Task.Run(async () =>
        {
            var won = 0;
            for (var version = 0; version < 20; version++)
            {
                if (await TrySwapAsync(table, version))
                {
                    won++;
                }
            }

            return won;
        })));

        var last = (await GetAsync(table, "pk", "a")).ShouldNotBeNull()["version"].GetNumber().ToInt64();
        wins.Sum().ShouldBe((int)last);
    }

    [Fact]
    public async Task Transfers_by_transaction_keep_the_sum_and_every_snapshot_sees_it()
    {
        var table = await CreateTableAsync();
        for (var i = 0; i < 8; i++)
        {
            await PutAsync(table, "pk", $"{i}", "n", 100);
        }

        var transfers = Enumerable.Range(0, 16).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 25; i++)
            {
                await TransferAsync(table, random.Next(8), random.Next(8), random.Next(50));
            }
        })).ToList();
        var sums = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                (await SumAsync(table)).ShouldBe(800);
            }
        }));
        await Task.WhenAll(transfers.Concat(sums));

        (await SumAsync(table)).ShouldBe(800);
    }

    [Fact]
    public async Task A_table_created_by_many_is_created_by_one()
    {
        var name = await CreateTableAsync();
        Forget(name);
        await Client.DeleteTableAsync(new DeleteTableRequest { TableName = name });

        var created = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                await Client.CreateTableAsync(new CreateTableRequest
                {
                    TableName = name,
                    AttributeDefinitions = [new("pk", AttributeType.String)],
                    KeySchema = [new("pk", Tables.KeyType.PartitionKey)],
                    BillingMode = Tables.BillingMode.PayPerRequest,
                });
                return 1;
            }
            catch (ResourceInUseException)
            {
                return 0;
            }
        })));

        created.Sum().ShouldBe(1);
        await Client.DeleteTableAsync(new DeleteTableRequest { TableName = name });
    }

    private async Task AddAsync(string table, string key, int number) => await Client.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = table,
        Key = Attributes("pk", key),
        UpdateExpression = "ADD n :n",
        ExpressionAttributeValues = Attributes(":n", number),
    });

    private async Task<bool> TrySwapAsync(string table, int version)
    {
        try
        {
            await Client.PutItemAsync(new PutItemRequest
            {
                TableName = table,
                Item = Attributes("pk", "a", "version", version + 1),
                ConditionExpression = "version = :v",
                ExpressionAttributeValues = Attributes(":v", version),
            });
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private async Task TransferAsync(string table, int from, int to, int amount)
    {
        if (from == to)
        {
            return;
        }

        try
        {
            await Client.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new()
                    {
                        Update = new()
                        {
                            TableName = table,
                            Key = Attributes("pk", $"{from}"),
                            UpdateExpression = "SET n = n - :a",
                            ConditionExpression = "n >= :a",
                            ExpressionAttributeValues = Attributes(":a", amount),
                        },
                    },
                    new()
                    {
                        Update = new()
                        {
                            TableName = table,
                            Key = Attributes("pk", $"{to}"),
                            UpdateExpression = "SET n = n + :a",
                            ExpressionAttributeValues = Attributes(":a", amount),
                        },
                    },
                ],
            });
        }
        catch (TransactionCanceledException)
        {
            // Not enough money: nothing was transferred.
        }
    }

    private async Task<long> SumAsync(string table)
    {
        var response = await Client.TransactGetItemsAsync(new TransactGetItemsRequest
        {
            TransactItems = [.. Enumerable.Range(0, 8).Select(i => new TransactGetItem { TableName = table, Key = Attributes("pk", $"{i}") })],
        });
        return response.Responses.Sum(static item => item!.Value["n"].GetNumber().ToInt64()); // all eight were put before
    }
}
