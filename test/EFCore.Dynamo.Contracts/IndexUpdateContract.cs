using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>UpdateTable on global secondary indexes: created over items that are there, changed, deleted.</summary>
public abstract class IndexUpdateContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    private const string Invalid = "One or more parameter values were invalid: ";

    private static readonly AttributeDefinition GroupType = new("g", AttributeType.String);

    private static readonly GlobalSecondaryIndexUpdate ByGroup = new()
    {
        Create = new() { IndexName = "by-g", KeySchema = [new("g", KeyType.PartitionKey)], Projection = new(ProjectionType.All) },
    };

    [Fact]
    public async Task A_new_index_holds_the_items_that_fit_its_key()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "fits", "g", "x", "n", 1);
        await PutAsync(table, "pk", "sparse");
        await PutAsync(table, "pk", "other-type", "g", 7);
        await PutAsync(table, "pk", "empty", "g", string.Empty);
        await PutAsync(table, "pk", "too-long", "g", new string('x', 2049));

        var answer = (await CreateIndexAsync(table)).TableDescription;

        answer.TableStatus.ShouldBe(TableStatus.Updating);
        var creating = answer.GlobalSecondaryIndexes.ShouldNotBeNull().ShouldHaveSingleItem();
        creating.IndexStatus.ShouldBe(IndexStatus.Creating);
        creating.Backfilling.ShouldBe(false);
        var index = await WhenActiveAsync(table, "by-g");
        index.Backfilling.ShouldBeNull();
        index.ItemCount.ShouldBe(1);
        index.IndexSizeBytes.ShouldBe(Attributes("pk", "fits", "g", "x", "n", 1).SizeBytes);
        (await QueryAsync(table, "x")).ShouldHaveSingleItem()["pk"].GetString().ShouldBe("fits");
        (await DescribeAsync(table)).AttributeDefinitions.ShouldContain(GroupType);
    }

    [Fact]
    public async Task Writes_follow_the_new_index_and_must_fit_it()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "other-type", "g", 7, "n", 1);
        await CreateIndexAsync(table);
        await WhenActiveAsync(table, "by-g");

        await PutAsync(table, "pk", "late", "g", "x");
        await Should.ThrowAsync<DynamoValidationException>(() => PutAsync(table, "pk", "wrong", "g", 8));

        // What was there before the index may stay as it is, until the attribute is written.
        await UpdateItemAsync(table, "other-type", "SET n = :v", 2);
        await Should.ThrowAsync<DynamoValidationException>(() => UpdateItemAsync(table, "other-type", "SET g = :v", 9));
        await UpdateItemAsync(table, "other-type", "SET g = :v", "x");
        (await QueryAsync(table, "x")).Select(static item => item["pk"].GetString()).Order(StringComparer.Ordinal).ShouldBe(["late", "other-type"]);
        (await WhenActiveAsync(table, "by-g")).ItemCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_deleted_index_is_gone_with_its_key_attributes_and_can_be_created_again()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "g", "x");
        await CreateIndexAsync(table);
        await WhenActiveAsync(table, "by-g");

        var answer = (await UpdateAsync(table, new() { Delete = new() { IndexName = "by-g" } })).TableDescription;

        answer.GlobalSecondaryIndexes.ShouldNotBeNull().ShouldHaveSingleItem().IndexStatus.ShouldBe(IndexStatus.Deleting);
        await WhenGoneAsync(table);
        (await DescribeAsync(table)).AttributeDefinitions.ShouldNotContain(GroupType);
        await ShouldBeInvalidAsync(() => QueryAsync(table, "x"), "The table does not have the specified index: by-g");
        await PutAsync(table, "pk", "b", "g", 7);
        await CreateIndexAsync(table);
        (await WhenActiveAsync(table, "by-g")).ItemCount.ShouldBe(1);
        (await QueryAsync(table, "x")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_index_of_several_attributes_is_built()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        for (var i = 0; i < 300; i++)
        {
            await PutAsync(table, "pk", "p", "sk", i, "g", $"g{i % 3}", "h", i % 2);
        }

        await Client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = table,
            AttributeDefinitions = [GroupType, new("h", AttributeType.Number), new("sk", AttributeType.Number)],
            GlobalSecondaryIndexUpdates =
            [
                new()
                {
                    Create = new()
                    {
                        IndexName = "by-g-h",
                        KeySchema = [new("g", KeyType.PartitionKey), new("h", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
                        Projection = new(ProjectionType.KeysOnly),
                    },
                },
            ],
        });
        (await WhenActiveAsync(table, "by-g-h")).ItemCount.ShouldBe(300);

        var found = await Client.QueryAsync(new QueryRequest
        {
            TableName = table,
            IndexName = "by-g-h",
            KeyConditionExpression = "g = :g AND h = :h AND sk < :n",
            ExpressionAttributeValues = Attributes(":g", "g0", ":h", 0, ":n", 30),
        });
        found.Items.Select(static item => item["sk"].GetNumber().ToInt64()).ShouldBe([0, 6, 12, 18, 24]);
    }

    [Fact]
    public async Task Throughput_of_an_index_changes_and_must_change()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            BillingMode = BillingMode.Provisioned,
            ProvisionedThroughput = new(5, 5),
            AttributeDefinitions = [new("pk", AttributeType.String), GroupType],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes = [new("by-g", [new("g", KeyType.PartitionKey)], new(ProjectionType.All), new(5, 5))],
        });

        var answer = (await UpdateAsync(table, new() { Update = new() { IndexName = "by-g", ProvisionedThroughput = new(6, 4) } })).TableDescription;
        var updating = answer.GlobalSecondaryIndexes.ShouldNotBeNull()[0];
        updating.IndexStatus.ShouldBe(IndexStatus.Updating);
        (
            updating.ProvisionedThroughput.ReadCapacityUnits,
            updating.ProvisionedThroughput.WriteCapacityUnits,
            updating.ProvisionedThroughput.NumberOfDecreasesToday).ShouldBe((5, 5, 0));
        var throughput = (await WhenActiveAsync(table, "by-g")).ProvisionedThroughput;
        (throughput.ReadCapacityUnits, throughput.WriteCapacityUnits, throughput.NumberOfDecreasesToday).ShouldBe((6, 4, 1));

        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, new() { Update = new() { IndexName = "by-g", ProvisionedThroughput = new(6, 4) } }),
            "The provisioned throughput for the index by-g will not change. The requested value equals the current value. "
            + "Current ReadCapacityUnits provisioned for the index: 6. Requested ReadCapacityUnits: 6. "
            + "Current WriteCapacityUnits provisioned for the index: 4. Requested WriteCapacityUnits: 4. "
            + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");
    }

    [Fact]
    public async Task Only_one_index_is_created_or_deleted_at_once()
    {
        var table = await CreateTableAsync();
        var second = ByGroup with { Create = ByGroup.Create! with { IndexName = "by-g2" } };

        var exception = await Should.ThrowAsync<LimitExceededException>(async () => await Client.UpdateTableAsync(
            new UpdateTableRequest { TableName = table, AttributeDefinitions = [GroupType], GlobalSecondaryIndexUpdates = [ByGroup, second] }));

        exception.Message.ShouldBe("Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
        (await DescribeAsync(table)).GlobalSecondaryIndexes.ShouldBeNull();
    }

    public static TheoryData<string, UpdateTableRequest> InvalidUpdates()
    {
        var create = ByGroup.Create!;
        return new()
        {
            {
                Invalid + "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null",
                With(new GlobalSecondaryIndexUpdate())
            },
            {
                Invalid + "Only one global secondary index update per index is allowed simultaneously. Index: by-g",
                With(ByGroup, new() { Delete = new() { IndexName = "by-g" } })
            },
            { "Invalid KeySchema: Some index key attribute have no definition", With(ByGroup) with { AttributeDefinitions = null } },
            {
                Invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
                With(new GlobalSecondaryIndexUpdate { Create = create with { ProvisionedThroughput = new(1, 1) } })
            },
            {
                Invalid + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified",
                With(new GlobalSecondaryIndexUpdate { Create = create with { Projection = new(ProjectionType.Include) } })
            },
            {
                Invalid + "Duplicate attribute name in NonKeyAttributes: a",
                With(new GlobalSecondaryIndexUpdate { Create = create with { Projection = new(ProjectionType.Include, ["a", "b", "a"]) } })
            },
            {
                "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
                + "Existing schema: Schema:[SchemaElement: key{pk:S:HASH}] New schema: Schema:[SchemaElement: key{g:S:HASH}, SchemaElement: key{pk:N:RANGE}]",
                With(new GlobalSecondaryIndexUpdate { Create = create with { KeySchema = [new("g", KeyType.PartitionKey), new("pk", KeyType.SortKey)] } }) with
                {
                    AttributeDefinitions = [GroupType, new("pk", AttributeType.Number)],
                }
            },
            {
                "1 validation error detected: Value 'x' at 'globalSecondaryIndexUpdates.1.member.create.indexName' failed to satisfy constraint: Member must have length greater than or equal to 3",
                With(new GlobalSecondaryIndexUpdate { Create = create with { IndexName = "x" } })
            },
            {
                "Given value 1000000000001 for WriteCapacityUnits is out of bounds for index by-g",
                With(new GlobalSecondaryIndexUpdate { Update = new() { IndexName = "by-g", ProvisionedThroughput = new(1, 1_000_000_000_001) } })
            },
        };
    }

    [Theory]
    [MemberData(nameof(InvalidUpdates))]
    public async Task An_update_that_does_not_fit_is_refused(string message, UpdateTableRequest request)
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(async () => await Client.UpdateTableAsync(request with { TableName = table }), message);
        (await DescribeAsync(table)).GlobalSecondaryIndexes.ShouldBeNull();
    }

    [Fact]
    public async Task Definitions_that_the_new_index_does_not_need_change_nothing()
    {
        var table = await CreateTableAsync();

        await Client.UpdateTableAsync(With(ByGroup) with
        {
            TableName = table,
            AttributeDefinitions = [new("pk", AttributeType.Number), GroupType, new("unused", AttributeType.String)],
        });

        await WhenActiveAsync(table, "by-g");
        (await DescribeAsync(table)).AttributeDefinitions.ShouldBe([new("pk", AttributeType.String), GroupType]);
    }

    [Fact]
    public async Task The_key_of_another_index_keeps_its_types_too()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        await CreateIndexAsync(table);
        await WhenActiveAsync(table, "by-g");
        var second = new GlobalSecondaryIndexUpdate
        {
            Create = ByGroup.Create! with { IndexName = "by-g2", KeySchema = [new("sk", KeyType.PartitionKey), new("g", KeyType.SortKey)] },
        };

        await ShouldBeInvalidAsync(
            async () => await Client.UpdateTableAsync(With(second) with { TableName = table, AttributeDefinitions = [new("g", AttributeType.Binary), new("sk", AttributeType.Number)] }),
            "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
            + "Existing schema: Schema:[SchemaElement: key{g:S:HASH}] New schema: Schema:[SchemaElement: key{sk:N:HASH}, SchemaElement: key{g:B:RANGE}]");
        await ShouldBeInvalidAsync(
            async () => await Client.UpdateTableAsync(With(second) with { TableName = table, AttributeDefinitions = [GroupType, new("sk", AttributeType.String)] }),
            "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
            + "Existing schema: Schema:[SchemaElement: key{pk:S:HASH}, SchemaElement: key{sk:N:RANGE}] New schema: Schema:[SchemaElement: key{sk:S:HASH}, "
            + "SchemaElement: key{g:S:RANGE}]");
    }

    [Fact]
    public async Task An_index_that_is_there_is_not_created_and_one_that_is_not_is_not_changed()
    {
        var table = await CreateTableAsync();
        await CreateIndexAsync(table);
        await WhenActiveAsync(table, "by-g");

        await ShouldBeInvalidAsync(async () => await CreateIndexAsync(table), "Attempting to create an index which already exists");
        var exception = await Should.ThrowAsync<ResourceNotFoundException>(
            async () => await UpdateAsync(table, new() { Delete = new() { IndexName = "nowhere" } }));
        exception.Message.ShouldBe("Requested resource not found");
    }

    private static UpdateTableRequest With(params GlobalSecondaryIndexUpdate[] updates)
        => new() { AttributeDefinitions = [GroupType], GlobalSecondaryIndexUpdates = updates };

    private async Task<UpdateTableResponse> CreateIndexAsync(string table) => await Client.UpdateTableAsync(With(ByGroup) with { TableName = table });

    private async Task<UpdateTableResponse> UpdateAsync(string table, GlobalSecondaryIndexUpdate update)
        => await Client.UpdateTableAsync(new UpdateTableRequest { TableName = table, GlobalSecondaryIndexUpdates = [update] });

    private async Task UpdateItemAsync(string table, string key, string expression, object value) => await Client.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = table,
        Key = Attributes("pk", key),
        UpdateExpression = expression,
        ExpressionAttributeValues = Attributes(":v", value),
    });

    private async Task<IReadOnlyList<Item>> QueryAsync(string table, string group) => (await Client.QueryAsync(new QueryRequest
    {
        TableName = table,
        IndexName = "by-g",
        KeyConditionExpression = "g = :g",
        ExpressionAttributeValues = Attributes(":g", group),
    })).Items;

    private async Task<TableDescription> DescribeAsync(string table) => (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table;

    /// <summary>Polls as an application does; a test that waits in vain hangs until the run's own limit.</summary>
    private async Task<GlobalSecondaryIndexDescription> WhenActiveAsync(string table, string index)
    {
        while (true)
        {
            var description = (await DescribeAsync(table)).GlobalSecondaryIndexes.ShouldNotBeNull().Single(candidate => candidate.IndexName == index);
            if (description.IndexStatus == IndexStatus.Active)
            {
                return description;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    private async Task WhenGoneAsync(string table)
    {
        while ((await DescribeAsync(table)).GlobalSecondaryIndexes is not null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }
}
