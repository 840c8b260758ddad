using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>UpdateTimeToLive and DescribeTimeToLive; that items expire is the embedded engine's own test, for it needs a clock.</summary>
public abstract class TimeToLiveContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task A_new_table_has_none()
    {
        var table = await CreateTableAsync();

        (await DescribeAsync(table)).ShouldBe(new TimeToLiveDescription(TimeToLiveStatus.Disabled));
    }

    [Fact]
    public async Task It_is_switched_on_and_off_and_on_with_another_attribute()
    {
        var table = await CreateTableAsync();

        (await UpdateAsync(table, true, "expires")).ShouldBe(new TimeToLiveSpecification(true, "expires"));
        (await DescribeAsync(table)).ShouldBe(new TimeToLiveDescription(TimeToLiveStatus.Enabled, "expires"));
        (await UpdateAsync(table, false, "expires")).ShouldBe(new TimeToLiveSpecification(false, "expires"));
        (await DescribeAsync(table)).ShouldBe(new TimeToLiveDescription(TimeToLiveStatus.Disabled));
        await UpdateAsync(table, true, "other");
        (await DescribeAsync(table)).ShouldBe(new TimeToLiveDescription(TimeToLiveStatus.Enabled, "other"));
    }

    [Fact]
    public async Task The_partition_key_may_be_the_attribute()
    {
        var table = await CreateTableAsync();

        await UpdateAsync(table, true, "pk");

        (await DescribeAsync(table)).TimeToLiveStatus.ShouldBe(TimeToLiveStatus.Enabled);
        await PutAsync(table, "pk", "not a number");
        (await GetAsync(table, "pk", "not a number")).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_so_already_is_refused()
    {
        var table = await CreateTableAsync();
        await ShouldBeInvalidAsync(() => UpdateAsync(table, false, "expires"), "TimeToLive is already disabled");
        await UpdateAsync(table, true, "expires");

        await ShouldBeInvalidAsync(() => UpdateAsync(table, true, "expires"), "TimeToLive is already enabled");
        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, true, "other"), "TimeToLive is active on a different AttributeName: current AttributeName is expires");
        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, false, "other"), "TimeToLive is active on a different AttributeName: current AttributeName is expires");
    }

    [Fact]
    public async Task The_attribute_has_a_name_of_1_to_255_characters()
    {
        var table = await CreateTableAsync();
        var tooLong = new string('a', 256);

        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, true, tooLong),
            $"1 validation error detected: Value '{tooLong}' at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must have "
                + "length less than or equal to 255");
        await ShouldBeInvalidAsync(
            () => UpdateAsync(table, true, string.Empty),
            "1 validation error detected: Value '' at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must have length greater "
                + "than or equal to 1");
        await UpdateAsync(table, true, new string('a', 255));
    }

    [Fact]
    public async Task The_table_may_be_named_by_its_Amazon_resource_name()
    {
        var table = await CreateTableAsync();
        var arn = (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table.TableArn;

        await UpdateAsync(arn, true, "expires");

        (await DescribeAsync(arn)).ShouldBe(new TimeToLiveDescription(TimeToLiveStatus.Enabled, "expires"));
        (await DescribeAsync(table)).AttributeName.ShouldBe("expires");
    }

    [Fact]
    public async Task A_missing_table_is_not_found()
    {
        var name = NewTableName();

        (await Should.ThrowAsync<ResourceNotFoundException>(() => UpdateAsync(name, true, "expires"))).Message.ShouldBe(
            $"Requested resource not found: Table: {name} not found");
        (await Should.ThrowAsync<ResourceNotFoundException>(() => DescribeAsync(name))).Message.ShouldBe(
            $"Requested resource not found: Table: {name} not found");
    }

    [Fact]
    public async Task Items_are_written_and_found_as_before_while_it_is_on()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "before", "expires", 4_000_000_000L);
        await UpdateAsync(table, true, "expires");

        await PutAsync(table, "pk", "a", "expires", 4_000_000_000L);
        await PutAsync(table, "pk", "a", "expires", 4_000_000_001L);
        await PutAsync(table, "pk", "a", "expires", "no number");
        await PutAsync(table, "pk", "b", "expires", 1.5m);
        await Client.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = Attributes("pk", "before") });

        (await GetAsync(table, "pk", "a")).ShouldBe(Attributes("pk", "a", "expires", "no number"));
        (await GetAsync(table, "pk", "b")).ShouldBe(Attributes("pk", "b", "expires", 1.5m));
        (await GetAsync(table, "pk", "before")).ShouldBeNull();
        (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table.ItemCount.ShouldBe(2);
    }

    private async Task<TimeToLiveSpecification> UpdateAsync(string table, bool isEnabled, string attributeName)
        => (await Client.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest
        {
            TableName = table,
            TimeToLiveSpecification = new(isEnabled, attributeName),
        })).TimeToLiveSpecification;

    private async Task<TimeToLiveDescription> DescribeAsync(string table)
        => (await Client.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest { TableName = table })).TimeToLiveDescription;
}
