using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>UpdateTable without indexes: throughput, billing mode, encryption, class, deletion protection, and what is refused.</summary>
public abstract class UpdateTableContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    private const string Invalid = "One or more parameter values were invalid: ";

    [Fact]
    public async Task Throughput_goes_up_and_down_and_shows_when()
    {
        var table = await CreateProvisionedTableAsync();

        var answer = (await UpdateAsync(table, new() { ProvisionedThroughput = new(10, 10) })).TableDescription;
        answer.TableStatus.ShouldBe(TableStatus.Updating);
        (
            answer.ProvisionedThroughput.ReadCapacityUnits,
            answer.ProvisionedThroughput.WriteCapacityUnits,
            answer.ProvisionedThroughput.LastIncreaseDateTime).ShouldBe((5, 5, null));
        var increased = await DescribeAsync(table);
        increased.TableStatus.ShouldBe(TableStatus.Active);
        increased.ProvisionedThroughput.ReadCapacityUnits.ShouldBe(10);
        increased.ProvisionedThroughput.LastIncreaseDateTime.ShouldNotBeNull();
        increased.ProvisionedThroughput.LastDecreaseDateTime.ShouldBeNull();
        increased.ProvisionedThroughput.NumberOfDecreasesToday.ShouldBe(0);

        var second = (await UpdateAsync(table, new() { ProvisionedThroughput = new(10, 3) })).TableDescription.ProvisionedThroughput;
        (second.ReadCapacityUnits, second.WriteCapacityUnits, second.NumberOfDecreasesToday).ShouldBe((10, 10, 0));
        second.LastIncreaseDateTime.ShouldBe(increased.ProvisionedThroughput.LastIncreaseDateTime);
        var decreased = (await DescribeAsync(table)).ProvisionedThroughput;
        (decreased.ReadCapacityUnits, decreased.WriteCapacityUnits, decreased.NumberOfDecreasesToday).ShouldBe((10, 3, 1));
        decreased.LastDecreaseDateTime.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_throughput_is_refused_with_both_values()
    {
        var table = await CreateProvisionedTableAsync();

        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, new() { ProvisionedThroughput = new(5, 5) }),
            "The provisioned throughput for the table will not change. The requested value equals the current value. "
            + "Current ReadCapacityUnits provisioned for the table: 5. Requested ReadCapacityUnits: 5. "
            + "Current WriteCapacityUnits provisioned for the table: 5. Requested WriteCapacityUnits: 5. "
            + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");
    }

    [Fact]
    public async Task The_fifth_decrease_of_a_day_has_to_wait_an_hour()
    {
        var table = await CreateProvisionedTableAsync();
        for (var units = 4; units >= 1; units--)
        {
            await UpdateAsync(table, new() { ProvisionedThroughput = new(5, units) });
        }

        var exception = await Should.ThrowAsync<LimitExceededException>(async () => await UpdateAsync(table, new() { ProvisionedThroughput = new(4, 1) }));

        exception.Message.ShouldStartWith(
            "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. After the first 4 decreases, "
            + "each subsequent decrease in the same UTC day can be performed at most once every 3600 seconds. Number of decreases today: 4. Last decrease at ");
        await UpdateAsync(table, new() { ProvisionedThroughput = new(6, 1) });
    }

    [Fact]
    public async Task Billing_becomes_on_demand_and_provisioned_again()
    {
        var table = await CreateProvisionedTableAsync(withIndex: true);
        (await DescribeAsync(table)).BillingModeSummary.ShouldBeNull();

        await UpdateAsync(table, new() { BillingMode = BillingMode.PayPerRequest });
        var onDemand = await DescribeAsync(table);
        onDemand.BillingModeSummary.ShouldNotBeNull().BillingMode.ShouldBe(BillingMode.PayPerRequest);
        onDemand.ProvisionedThroughput.ReadCapacityUnits.ShouldBe(0);
        onDemand.GlobalSecondaryIndexes.ShouldNotBeNull()[0].ProvisionedThroughput.WriteCapacityUnits.ShouldBe(0);

        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, new() { BillingMode = BillingMode.Provisioned, ProvisionedThroughput = new(1, 2) }),
            Invalid + "ProvisionedThroughput must be specified for index: by-g");
        await UpdateAsync(table, new()
        {
            BillingMode = BillingMode.Provisioned,
            ProvisionedThroughput = new(1, 2),
            GlobalSecondaryIndexUpdates = [new() { Update = new() { IndexName = "by-g", ProvisionedThroughput = new(3, 4) } }],
        });
        var provisioned = await DescribeAsync(table);
        var billing = provisioned.BillingModeSummary.ShouldNotBeNull();
        billing.BillingMode.ShouldBe(BillingMode.Provisioned);
        provisioned.ProvisionedThroughput.WriteCapacityUnits.ShouldBe(2);
        provisioned.GlobalSecondaryIndexes.ShouldNotBeNull()[0].ProvisionedThroughput.WriteCapacityUnits.ShouldBe(4);
    }

    [Fact]
    public async Task A_protected_table_is_not_deleted()
    {
        var table = await CreateTableAsync();
        (await DescribeAsync(table)).DeletionProtectionEnabled.ShouldBeFalse();

        await UpdateAsync(table, new() { DeletionProtectionEnabled = true });
        (await DescribeAsync(table)).DeletionProtectionEnabled.ShouldBeTrue();
        await ShouldBeInvalidAsync(
            async () => await Client.DeleteTableAsync(new DeleteTableRequest { TableName = table }),
            "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
        await UpdateAsync(table, new() { DeletionProtectionEnabled = false });
    }

    [Fact]
    public async Task Class_and_encryption_change()
    {
        var table = await CreateTableAsync();

        var answer =
            (await UpdateAsync(table, new() { TableClass = TableClass.StandardInfrequentAccess, SseSpecification = new(Enabled: true) })).TableDescription;
        answer.SseDescription.ShouldNotBeNull().Status.ShouldBe(SseStatus.Updating);
        var changed = await DescribeAsync(table);
        changed.TableClassSummary.ShouldNotBeNull().TableClass.ShouldBe(TableClass.StandardInfrequentAccess);
        changed.TableClassSummary.LastUpdateDateTime.ShouldNotBeNull();
        changed.SseDescription.ShouldNotBeNull().Status.ShouldBe(SseStatus.Enabled);
        changed.SseDescription.SseType.ShouldBe(SseType.Kms);
        changed.SseDescription.KmsMasterKeyArn.ShouldNotBeNull().ShouldStartWith("arn:aws:kms:");

        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, new() { SseSpecification = new(Enabled: true) }),
            Invalid + "Table is already encrypted by given KMSMasterKey");
        await UpdateAsync(table, new() { SseSpecification = new(Enabled: false) });
        (await DescribeAsync(table)).SseDescription.ShouldBeNull();
    }

    [Fact]
    public async Task On_demand_maximums_are_merged_and_taken_away()
    {
        var table = await CreateTableAsync();
        await UpdateAsync(table, new() { OnDemandThroughput = new(20, 15) });
        await UpdateAsync(table, new() { OnDemandThroughput = new(MaxReadRequestUnits: 40) });
        (await DescribeAsync(table)).OnDemandThroughput.ShouldBe(new OnDemandThroughput(40, 15));

        var answer = (await UpdateAsync(table, new() { OnDemandThroughput = new(MaxReadRequestUnits: -1) })).TableDescription;

        answer.OnDemandThroughput.ShouldNotBeNull().MaxReadRequestUnits.ShouldBe(-1);
        (await DescribeAsync(table)).OnDemandThroughput.ShouldNotBeNull().MaxReadRequestUnits.ShouldNotBe(40);
        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, new() { OnDemandThroughput = new(0) }),
            Invalid + "Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range");
        await UpdateAsync(table, new() { BillingMode = BillingMode.Provisioned, ProvisionedThroughput = new(1, 1) });
        (await DescribeAsync(table)).OnDemandThroughput.ShouldBeNull();
        await ShouldBeInvalidAsync(
            async () => await UpdateAsync(table, new() { OnDemandThroughput = new(1) }),
            Invalid + "MaxReadRequestUnits for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED");
    }

    [Fact]
    public async Task Warm_throughput_only_grows()
    {
        var table = await CreateTableAsync();
        (await DescribeAsync(table)).WarmThroughput.ShouldBe(new TableWarmThroughputDescription(12_000, 4_000, TableStatus.Active));

        await UpdateAsync(table, new() { WarmThroughput = new(ReadUnitsPerSecond: 15_000) });

        (await DescribeAsync(table)).WarmThroughput.ShouldBe(new TableWarmThroughputDescription(15_000, 4_000, TableStatus.Active));
        await Should.ThrowAsync<DynamoValidationException>(async () => await UpdateAsync(table, new() { WarmThroughput = new(ReadUnitsPerSecond: 14_000) }));
    }

    public static TheoryData<string, UpdateTableRequest> InvalidUpdates() => new()
    {
        {
            "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required",
            new()
        },
        {
            "1 validation error detected: Value '0' at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1",
            new() { ProvisionedThroughput = new(0, 1) }
        },
        { "Given value 1000000000001 for ReadCapacityUnits is out of bounds", new() { ProvisionedThroughput = new(1_000_000_000_001, 1) } },
        {
            Invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
            new() { BillingMode = BillingMode.PayPerRequest, ProvisionedThroughput = new(1, 1) }
        },
        {
            Invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
            new() { ProvisionedThroughput = new(1, 1) }
        },
        { Invalid + "ProvisionedThroughput must be specified when BillingMode is PROVISIONED", new() { BillingMode = BillingMode.Provisioned } },
        { Invalid + "SSEType AES256 is not supported", new() { SseSpecification = new(Enabled: true, SseType.Aes256) } },
        { Invalid + "SSEType KMS is required if KMSMasterKeyId is specified", new() { SseSpecification = new(Enabled: true, KmsMasterKeyId: "some-key") } },
        { Invalid + "Table is already encrypted by default", new() { SseSpecification = new(Enabled: false) } },
    };

    [Theory]
    [MemberData(nameof(InvalidUpdates))]
    public async Task An_update_that_does_not_fit_is_refused(string message, UpdateTableRequest request)
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(async () => await UpdateAsync(table, request), message);
    }

    [Fact]
    public async Task A_missing_table_is_named()
    {
        var exception = await Should.ThrowAsync<ResourceNotFoundException>(
            async () => await UpdateAsync("no-such-table", new() { DeletionProtectionEnabled = true }));

        exception.Message.ShouldBe("Requested resource not found: Table: no-such-table not found");
    }

    private async Task<UpdateTableResponse> UpdateAsync(string table, UpdateTableRequest request)
        => await Client.UpdateTableAsync(request with { TableName = table });

    private async Task<TableDescription> DescribeAsync(string table) => (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table;

    private Task<string> CreateProvisionedTableAsync(bool withIndex = false) => CreateTableAsync(new CreateTableRequest
    {
        BillingMode = BillingMode.Provisioned,
        ProvisionedThroughput = new(5, 5),
        AttributeDefinitions = withIndex ? [new("pk", AttributeType.String), new("g", AttributeType.String)] : [new("pk", AttributeType.String)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
        GlobalSecondaryIndexes = withIndex ? [new("by-g", [new("g", KeyType.PartitionKey)], new(ProjectionType.All), new(5, 5))] : null,
    });
}
