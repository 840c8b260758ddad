using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>CreateTable, DescribeTable, ListTables, DeleteTable.</summary>
public abstract class TableContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    private static readonly KeySchemaElement PartitionKey = new("pk", KeyType.PartitionKey);
    private static readonly KeySchemaElement SortKey = new("sk", KeyType.SortKey);
    private static readonly AttributeDefinition PartitionKeyType = new("pk", AttributeType.String);
    private static readonly AttributeDefinition SortKeyType = new("sk", AttributeType.Number);

    [Fact]
    public async Task A_created_table_is_described_as_it_was_declared()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [PartitionKeyType, SortKeyType, new("g", AttributeType.Binary)],
            KeySchema = [PartitionKey, SortKey],
            GlobalSecondaryIndexes = [new("by-g", [new("g", KeyType.PartitionKey)], new(ProjectionType.Include, ["x", "y"]))],
            LocalSecondaryIndexes = [new("by-l", [PartitionKey, new("g", KeyType.SortKey)], new(ProjectionType.KeysOnly))],
        });

        var description = (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table;

        description.TableName.ShouldBe(table);
        description.TableStatus.ShouldBe(TableStatus.Active);
        description.KeySchema.ShouldBe([PartitionKey, SortKey]);
        description.AttributeDefinitions.Count.ShouldBe(3);
        description.BillingModeSummary.ShouldNotBeNull().BillingMode.ShouldBe(BillingMode.PayPerRequest);
        description.ProvisionedThroughput.ShouldBe(new ProvisionedThroughputDescription(0, 0));
        description.ItemCount.ShouldBe(0);
        description.TableArn.ShouldEndWith($":table/{table}");
        Guid.TryParse(description.TableId, out _).ShouldBeTrue();
        var global = description.GlobalSecondaryIndexes.ShouldHaveSingleItem();
        global.IndexStatus.ShouldBe(IndexStatus.Active);
        global.Projection.NonKeyAttributes.ShouldBe(["x", "y"]);
        global.IndexArn.ShouldEndWith($":table/{table}/index/by-g");
        description.LocalSecondaryIndexes.ShouldHaveSingleItem().Projection.ProjectionType.ShouldBe(ProjectionType.KeysOnly);
    }

    [Fact]
    public async Task Create_table_answers_that_the_table_is_being_created()
    {
        var name = NewTableName();
        var answer = (await Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [PartitionKeyType],
            KeySchema = [PartitionKey],
            GlobalSecondaryIndexes = [new("idx", [PartitionKey], new(ProjectionType.All))],
        })).TableDescription;

        answer.TableStatus.ShouldBe(TableStatus.Creating);
        answer.BillingModeSummary.ShouldBe(new BillingModeSummary(BillingMode.PayPerRequest));
        answer.GlobalSecondaryIndexes.ShouldNotBeNull().ShouldHaveSingleItem().IndexStatus.ShouldBe(IndexStatus.Creating);
        var described = (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = name })).Table;
        described.TableStatus.ShouldBe(TableStatus.Active);
        described.BillingModeSummary.ShouldNotBeNull().LastUpdateToPayPerRequestDateTime.ShouldNotBeNull();
        described.GlobalSecondaryIndexes.ShouldNotBeNull()[0].IndexStatus.ShouldBe(IndexStatus.Active);

        var deleted = (await Client.DeleteTableAsync(new DeleteTableRequest { TableName = name })).TableDescription;
        deleted.TableStatus.ShouldBe(TableStatus.Deleting);
        deleted.KeySchema.ShouldBeEmpty();
        deleted.GlobalSecondaryIndexes.ShouldBeNull();
        deleted.TableArn.ShouldBe(described.TableArn);
    }

    [Fact]
    public async Task A_table_has_the_settings_that_it_was_created_with()
    {
        var table = await CreateTableAsync(new CreateTableRequest
        {
            AttributeDefinitions = [PartitionKeyType],
            KeySchema = [PartitionKey],
            GlobalSecondaryIndexes = [new(
                "idx", [PartitionKey], new(ProjectionType.All)) { OnDemandThroughput = new(3, 4), WarmThroughput = new(13_000, 5_000) }],
            TableClass = TableClass.StandardInfrequentAccess,
            SseSpecification = new(Enabled: true, SseType.Kms, "alias/mine"),
            OnDemandThroughput = new(MaxReadRequestUnits: 10),
            WarmThroughput = new(14_000, 6_000),
            Tags = [new("team", "shop"), new("empty", string.Empty)],
        });

        var description = (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table;

        description.TableClassSummary.ShouldNotBeNull().TableClass.ShouldBe(TableClass.StandardInfrequentAccess);
        description.SseDescription.ShouldNotBeNull().Status.ShouldBe(SseStatus.Enabled);
        description.SseDescription.KmsMasterKeyArn.ShouldNotBeNull().ShouldEndWith(":alias/mine");
        description.OnDemandThroughput.ShouldNotBeNull().MaxReadRequestUnits.ShouldBe(10);
        description.WarmThroughput.ShouldBe(new TableWarmThroughputDescription(14_000, 6_000, TableStatus.Active));
        var index = description.GlobalSecondaryIndexes.ShouldHaveSingleItem();
        index.OnDemandThroughput.ShouldBe(new OnDemandThroughput(3, 4));
        index.WarmThroughput.ShouldBe(new GlobalSecondaryIndexWarmThroughputDescription(13_000, 5_000, IndexStatus.Active));
        var tags = await Client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = description.TableArn });
        tags.Tags.ShouldNotBeNull().OrderBy(static tag => tag.Key, StringComparer.Ordinal).ShouldBe([new("empty", string.Empty), new("team", "shop")]);
    }

    [Fact]
    public async Task A_table_without_a_billing_mode_is_provisioned()
    {
        var name = NewTableName();
        await Client.CreateTableAsync(With() with { TableName = name, BillingMode = null, ProvisionedThroughput = new(3, 4) });

        var description = (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = name })).Table;

        description.BillingModeSummary.ShouldBeNull();
        description.ProvisionedThroughput.ShouldBe(new ProvisionedThroughputDescription(3, 4));
        description.WarmThroughput.ShouldBe(new TableWarmThroughputDescription(3, 4, TableStatus.Active));
        description.TableClassSummary.ShouldBeNull();
        description.SseDescription.ShouldBeNull();
        description.OnDemandThroughput.ShouldBeNull();
        await Client.DeleteTableAsync(new DeleteTableRequest { TableName = name });
    }

    [Fact]
    public async Task Item_count_and_size_follow_every_write()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "text", "hello");
        await PutAsync(table, "pk", "b");
        await PutAsync(table, "pk", "b", "n", 1);
        await Client.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = Attributes("pk", "a") });

        var description = (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table;

        description.ItemCount.ShouldBe(1);
        description.TableSizeBytes.ShouldBe(Attributes("pk", "b", "n", 1).SizeBytes);
    }

    [Fact]
    public async Task A_table_cannot_be_created_twice()
    {
        var table = await CreateTableAsync();

        var exception = await Should.ThrowAsync<ResourceInUseException>(async () => await Client.CreateTableAsync(Simple(table)));

        exception.Message.ShouldBe($"Table already exists: {table}");
    }

    [Fact]
    public async Task A_deleted_table_is_gone_and_its_name_free_for_an_empty_one()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a");
        var firstId = (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table.TableId;

        var deleted = await Client.DeleteTableAsync(new DeleteTableRequest { TableName = table });
        var missing = await Should.ThrowAsync<ResourceNotFoundException>(
            async () => await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table }));
        var created = await Client.CreateTableAsync(Simple(table));

        deleted.TableDescription.TableStatus.ShouldBe(TableStatus.Deleting);
        missing.Message.ShouldBe($"Requested resource not found: Table: {table} not found");
        created.TableDescription.TableId.ShouldNotBe(firstId);
        (await GetAsync(table, "pk", "a")).ShouldBeNull();
    }

    [Fact]
    public async Task Item_operations_on_a_missing_table_name_no_table()
    {
        var exception = await Should.ThrowAsync<ResourceNotFoundException>(() => PutAsync("no-such-table", "pk", "a"));

        exception.Message.ShouldBe("Requested resource not found");
    }

    [Fact]
    public async Task List_tables_pages_in_ordinal_order()
    {
        var names = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            names.Add(await CreateTableAsync());
        }

        names.Sort(StringComparer.Ordinal);

        var listed = new List<string>();
        string? start = null;
        do
        {
            var page = await Client.ListTablesAsync(new ListTablesRequest { Limit = 2, ExclusiveStartTableName = start });
            page.TableNames.Count.ShouldBeLessThanOrEqualTo(2);
            listed.AddRange(page.TableNames);
            start = page.LastEvaluatedTableName;
        }
        while (start is not null);

        listed.ShouldBe(listed.Order(StringComparer.Ordinal));
        listed.Where(names.Contains).ShouldBe(names);
    }

    [Theory]
    [InlineData("ab", "TableName must be at least 3 characters long and at most 255 characters long")]
    [InlineData(
        "a b c",
        "1 validation error detected: Value 'a b c' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: "
            + "[a-zA-Z0-9_.-]+")]
    [InlineData(null, "The parameter 'TableName' is required but was not present in the request")]
    public Task A_table_name_has_its_length_and_characters(string? name, string message)
        => ShouldBeInvalidAsync(async () => await Client.DescribeTableAsync(new DescribeTableRequest { TableName = name }), message);

    [Fact]
    public Task Several_violations_are_reported_at_once()
        => ShouldBeInvalidAsync(
            async () => await Client.GetItemAsync(new GetItemRequest { TableName = "a b" }),
            "2 validation errors detected: Value 'a b' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: "
                + "[a-zA-Z0-9_.-]+; "
            + "Value null at 'key' failed to satisfy constraint: Member must not be null");

    [Fact]
    public Task A_limit_of_zero_is_refused()
        => ShouldBeInvalidAsync(
            async () => await Client.ListTablesAsync(new ListTablesRequest { Limit = 0 }),
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");

    public static TheoryData<string, CreateTableRequest> InvalidSchemas() => new()
    {
        { "Invalid KeySchema: The first KeySchemaElement is not a HASH key type", With(KeySchema: [SortKey, PartitionKey]) },
        { "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type", With(KeySchema: [PartitionKey, new("sk", KeyType.PartitionKey)]) },
        { "Both the Hash Key and the Range Key element in the KeySchema have the same name", With(KeySchema: [PartitionKey, new("pk", KeyType.SortKey)]) },
        { "Invalid KeySchema: Some index key attribute have no definition", With(KeySchema: [PartitionKey, SortKey], Definitions: [PartitionKeyType]) },

        {
            "Invalid KeySchema: Some index key attribute have no definition",
            With(KeySchema: [PartitionKey, new("pk", KeyType.SortKey)], Definitions: [PartitionKeyType])
        },
        { "One or more parameter values were invalid: Duplicate attribute name in NonKeyAttributes: a", WithProjection(["a", "a"]) },
        { "One or more parameter values were invalid: Duplicate attribute name in NonKeyAttributes: b", WithProjection(["a", "b", "c", "b"]) },
        {
            "One or more parameter values were invalid: Duplicate attribute name in NonKeyAttributes: a",
            With(KeySchema: [PartitionKey, SortKey]) with
            {
                LocalSecondaryIndexes = [new("idx", [PartitionKey, SortKey], new(ProjectionType.Include, ["a", "a"]))],
            }
        },

        {
            "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3",
            Simple("ab")
        },
        {
            "2 validation errors detected: Value 'a;' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: "
                + "[a-zA-Z0-9_.-]+; "
            + "Value 'a;' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3",
            Simple("a;")
        },
        {
            $"1 validation error detected: Value '{new string('a', 256)}' at 'tableName' failed to satisfy constraint: Member must have length less than or "
                + "equal to 255",
            Simple(new string('a', 256))
        },
        {
            "2 validation errors detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3; "
            + "Value null at 'keySchema' failed to satisfy constraint: Member must not be null",
            Simple("ab") with { KeySchema = null }
        },
        {
            "2 validation errors detected: Value 'g' at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must have length "
                + "greater than or equal to 3; "
            + "Value 'l' at 'localSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must have length greater than or equal to 3",
            With(KeySchema: [PartitionKey, SortKey]) with
            {
                LocalSecondaryIndexes = [new("l", [PartitionKey, SortKey], new(ProjectionType.All))],
                GlobalSecondaryIndexes = [new("g", [PartitionKey], new(ProjectionType.All))],
            }
        },
        {
            "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions",
            With(Definitions: [PartitionKeyType, SortKeyType])
        },
        {
            "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [pk], AttributeDefinitions: [sk]",
            With(Definitions: [SortKeyType])
        },
        { "One or more parameter values were invalid: List of GlobalSecondaryIndexes is empty", With() with { GlobalSecondaryIndexes = [] } },
        { "One or more parameter values were invalid: List of LocalSecondaryIndexes is empty", With() with { LocalSecondaryIndexes = [] } },
        {
            "One or more parameter values were invalid: Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex",
            With() with { LocalSecondaryIndexes = [new("idx", [PartitionKey, SortKey], new(ProjectionType.All))] }
        },
        {
            "One or more parameter values were invalid: Duplicate index name: idx",
            With() with { GlobalSecondaryIndexes = [new("idx", [PartitionKey], new(ProjectionType.All)), new("idx", [PartitionKey], new(ProjectionType.All))] }
        },
        {
            "One or more parameter values were invalid: ProjectionType is INCLUDE, but NonKeyAttributes is not specified",
            With() with { GlobalSecondaryIndexes = [new("idx", [PartitionKey], new(ProjectionType.Include))] }
        },
        {
            "One or more parameter values were invalid: ProjectionType is ALL, but NonKeyAttributes is specified",
            With() with { GlobalSecondaryIndexes = [new("idx", [PartitionKey], new(ProjectionType.All, ["x"]))] }
        },
        {
            "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
            With() with { ProvisionedThroughput = new(1, 1) }
        },
        {
            "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
            With() with { BillingMode = null }
        },

        {
            "Given value 1000000000001 for WriteCapacityUnits is out of bounds",
            With() with { BillingMode = BillingMode.Provisioned, ProvisionedThroughput = new(1, 1_000_000_000_001) }
        },
        {
            "One or more parameter values were invalid: MaxWriteRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED.",
            With() with { BillingMode = BillingMode.Provisioned, ProvisionedThroughput = new(1, 1), OnDemandThroughput = new(MaxWriteRequestUnits: 0) }
        },
        {
            "One or more parameter values were invalid: Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range",
            With() with { OnDemandThroughput = new(MaxReadRequestUnits: -1) }
        },
        { "One or more parameter values were invalid: SSEType AES256 is not supported", With() with { SseSpecification = new(Enabled: true, SseType.Aes256) } },
        {
            "One or more parameter values were invalid: GlobalSecondaryIndex count exceeds the per-table limit of 20",
            With() with
            {
                GlobalSecondaryIndexes = [.. Enumerable.Range(0, 21).Select(
                    static i => new GlobalSecondaryIndex($"index-{i}", [PartitionKey], new(ProjectionType.All)))],
            }
        },
        {
            "One or more parameter values were invalid: Number of LocalSecondaryIndexes exceeds per-table limit of 5",
            With(KeySchema: [PartitionKey, SortKey]) with
            {
                LocalSecondaryIndexes = [.. Enumerable.Range(0, 6).Select(
                    static i => new LocalSecondaryIndex($"index-{i}", [PartitionKey, SortKey], new(ProjectionType.All)))],
            }
        },
        {
            "One or more parameter values were invalid: Number of NonKeyAttributes exceeds per-table limit of 100",
            With() with
            {
                GlobalSecondaryIndexes =
                [
                    .. Enumerable.Range(0, 6).Select(static i =>
                        new GlobalSecondaryIndex(
                            $"index-{i}", [PartitionKey], new(ProjectionType.Include, [.. Enumerable.Range(0, 17).Select(static name => $"a{name}")]))),
                ],
            }
        },
        {
            "Invalid KeySchema: All HASH key attributes must precede RANGE key attributes in the KeySchema",
            WithIndex([PartitionKey, SortKey, new("b", KeyType.PartitionKey)])
        },
        {
            "Invalid KeySchema: The KeySchema exceeds the maximum allowed number of HASH key attributes",
            WithIndex([.. "abcde".Select(static name => new KeySchemaElement($"{name}", KeyType.PartitionKey))])
        },
        {
            "Invalid KeySchema: The KeySchema exceeds the maximum allowed number of RANGE key attributes",
            WithIndex([PartitionKey, .. "abcde".Select(static name => new KeySchemaElement($"{name}", KeyType.SortKey))])
        },
        {
            "1 validation error detected: Value '0' at 'globalSecondaryIndexes.1.member.provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1",
            With() with
            {
                BillingMode = BillingMode.Provisioned,
                ProvisionedThroughput = new(1, 1),
                GlobalSecondaryIndexes = [new("idx", [PartitionKey], new(ProjectionType.All), new(0, 1))],
            }
        },
    };

    private static CreateTableRequest WithProjection(IReadOnlyList<string> nonKeyAttributes)
        => With() with { GlobalSecondaryIndexes = [new("idx", [PartitionKey], new(ProjectionType.Include, nonKeyAttributes))] };

    private static CreateTableRequest WithIndex(IReadOnlyList<KeySchemaElement> schema) => With() with
    {
        AttributeDefinitions = [.. schema.Select(static element => element.AttributeName).Append("pk").Distinct(StringComparer.Ordinal).Select(
            static name => new AttributeDefinition(name, AttributeType.String))],
        GlobalSecondaryIndexes = [new("idx", schema, new(ProjectionType.All))],
    };

    [Theory]
    [MemberData(nameof(InvalidSchemas))]
    public Task A_schema_that_does_not_fit_is_refused(string message, CreateTableRequest request)
        => ShouldBeInvalidAsync(async () => await Client.CreateTableAsync(request), message);

    private static CreateTableRequest Simple(string? name) => With() with { TableName = name };

    private static CreateTableRequest With(IReadOnlyList<KeySchemaElement>? KeySchema = null, IReadOnlyList<AttributeDefinition>? Definitions = null) => new()
    {
        TableName = "never-created",
        AttributeDefinitions = Definitions ?? (KeySchema?.Count == 2 ? [PartitionKeyType, SortKeyType] : [PartitionKeyType]),
        KeySchema = KeySchema ?? [PartitionKey],
        BillingMode = BillingMode.PayPerRequest,
    };
}
