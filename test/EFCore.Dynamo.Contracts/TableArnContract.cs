using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>A table's Amazon resource name in place of its name: answers call the table as the request did.</summary>
public abstract class TableArnContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task Item_operations_take_it_and_answer_with_it()
    {
        var (_, arn) = await CreateAsync();
        var key = Attributes("pk", "a");

        (await Client.PutItemAsync(new PutItemRequest
        {
            TableName = arn,
            Item = key,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        })).ConsumedCapacity.ShouldNotBeNull().TableName.ShouldBe(arn);
        var get = await Client.GetItemAsync(new GetItemRequest { TableName = arn, Key = key, ReturnConsumedCapacity = ReturnConsumedCapacity.Total });
        get.Item.ShouldBe(key);
        get.ConsumedCapacity.ShouldNotBeNull().TableName.ShouldBe(arn);
        (await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = arn,
            Key = key,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        })).ConsumedCapacity.ShouldNotBeNull().TableName.ShouldBe(arn);
        var query = await Client.QueryAsync(new QueryRequest
        {
            TableName = arn,
            KeyConditionExpression = "pk = :pk",
            ExpressionAttributeValues = Attributes(":pk", "a"),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        query.Count.ShouldBe(1);
        query.ConsumedCapacity.ShouldNotBeNull().TableName.ShouldBe(arn);
        (await Client.ScanAsync(new ScanRequest { TableName = arn })).Count.ShouldBe(1);
        await Client.DeleteItemAsync(new DeleteItemRequest { TableName = arn, Key = key });
        (await Client.ScanAsync(new ScanRequest { TableName = arn })).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Batches_and_transactions_take_it_and_answer_with_it()
    {
        var (table, arn) = await CreateAsync();
        var written = await Client.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal) { [arn] = [new() { PutItem = Attributes("pk", "a") }] },
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        written.ConsumedCapacity.ShouldNotBeNull().ShouldHaveSingleItem().TableName.ShouldBe(arn);

        var read = await Client.BatchGetItemAsync(new BatchGetItemRequest
        {
            RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal) { [arn] = new() { Keys = [Attributes("pk", "a")] } },
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        read.Responses.ShouldHaveSingleItem().Key.ShouldBe(arn);
        read.Responses[arn].ShouldHaveSingleItem();
        read.ConsumedCapacity.ShouldNotBeNull().ShouldHaveSingleItem().TableName.ShouldBe(arn);

        var transaction = await Client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems = [new() { Put = new() { TableName = arn, Item = Attributes("pk", "b") } }],
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        transaction.ConsumedCapacity.ShouldNotBeNull().ShouldHaveSingleItem().TableName.ShouldBe(arn);
        var items = await Client.TransactGetItemsAsync(new TransactGetItemsRequest
        {
            TransactItems = [new() { TableName = arn, Key = Attributes("pk", "b") }],
        });
        items.Responses.ShouldHaveSingleItem().ShouldNotBeNull();
        (await GetAsync(table, "pk", "b")).ShouldNotBeNull();
    }

    [Fact]
    public async Task One_item_is_not_written_twice_under_both_names()
    {
        var (table, arn) = await CreateAsync();

        await ShouldBeInvalidAsync(
            async () => await Client.BatchWriteItemAsync(new BatchWriteItemRequest
            {
                RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal)
                {
                    [table] = [new() { PutItem = Attributes("pk", "a") }],
                    [arn] = [new() { PutItem = Attributes("pk", "a") }],
                },
            }),
            "Provided list of item keys contains duplicates");
        await ShouldBeInvalidAsync(
            async () => await Client.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new() { Put = new() { TableName = table, Item = Attributes("pk", "a") } },
                    new() { Delete = new() { TableName = arn, Key = Attributes("pk", "a") } },
                ],
            }),
            "Transaction request cannot include multiple operations on one item");
        (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table.ItemCount.ShouldBe(0);
    }

    [Fact]
    public async Task Operations_on_tables_take_it()
    {
        var (table, arn) = await CreateAsync();

        (await Client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = arn,
            TableClass = TableClass.StandardInfrequentAccess,
        })).TableDescription.TableName.ShouldBe(table);
        (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = arn })).Table.TableName.ShouldBe(table);
        Forget(table);
        (await Client.DeleteTableAsync(new DeleteTableRequest { TableName = arn })).TableDescription.TableName.ShouldBe(table);
        var missing = await Should.ThrowAsync<ResourceNotFoundException>(
            async () => await Client.DescribeTableAsync(new DescribeTableRequest { TableName = arn }));
        missing.Message.ShouldBe($"Requested resource not found: Table: {table} not found");
        var created = await Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = arn,
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new("pk", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
        });
        created.TableDescription.TableName.ShouldBe(table);
        await Client.DeleteTableAsync(new DeleteTableRequest { TableName = arn });
    }

    [Fact]
    public async Task Another_region_or_account_is_refused()
    {
        var (table, arn) = await CreateAsync();
        var parts = arn.Split(':');
        var otherRegion = string.Join(':', [.. parts[..3], "moon-east-1", .. parts[4..]]);
        var otherAccount = string.Join(':', [.. parts[..4], "999999999999", .. parts[5..]]);

        await ShouldBeInvalidAsync(
            async () => await Client.GetItemAsync(new GetItemRequest { TableName = otherRegion, Key = Attributes("pk", "a") }),
            $"1 validation error detected: Invalid AWS region in '{otherRegion}'");
        var denied = await Should.ThrowAsync<AccessDeniedException>(
            async () => await Client.DescribeTableAsync(new DescribeTableRequest { TableName = otherAccount }));
        denied.Message.ShouldContain($"is not authorized to perform: dynamodb:DescribeTable on resource: {otherAccount}");
        (await GetAsync(table, "pk", "a")).ShouldBeNull();
    }

    [Theory]
    [InlineData("/index/by-g")]
    [InlineData("/stream/2026-01-01T00:00:00.000")]
    public async Task A_resource_that_is_no_table_is_refused(string suffix)
    {
        var (_, arn) = await CreateAsync();

        await Should.ThrowAsync<DynamoValidationException>(
            async () => await Client.GetItemAsync(new GetItemRequest { TableName = arn + suffix, Key = Attributes("pk", "a") }));
    }

    private async Task<(string Table, string Arn)> CreateAsync()
    {
        var table = await CreateTableAsync();
        return (table, (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table.TableArn);
    }
}
