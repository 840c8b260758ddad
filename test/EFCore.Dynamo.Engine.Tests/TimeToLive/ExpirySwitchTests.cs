using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.TimeToLive;

/// <summary>What switching time to live on and off, and the options about it, make of the items that are there.</summary>
public sealed class ExpirySwitchTests : ExpirySuite
{
    [Fact]
    public async Task Items_that_were_there_before_it_was_switched_on_expire_too()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await PutManyAsync(client, 1200, Now + 5);
        await PutAsync(client, "stays", Now + 100_000);

        await EnableAsync(client);
        await AdvanceAsync(client, TimeSpan.FromMinutes(2));

        (await GetStatusAsync(client)).ShouldBe(TimeToLiveStatus.Enabled);
        (await ScanAsync(client)).ShouldBe(["stays"]);
    }

    [Fact]
    public async Task A_large_table_is_enabling_until_its_items_are_indexed_also_across_a_reopen()
    {
        using (var client = Open(Timeout.InfiniteTimeSpan))
        {
            await CreateTableAsync(client);
            await PutManyAsync(client, 600, Now + 5);
            await EnableAsync(client, wait: false);
            // Enabled by the worker at any time; closed in the middle or not, nothing is lost.
        }

        using var reopened = Open();
        await reopened.WhenExpiryIsIdleAsync();
        (await GetStatusAsync(reopened)).ShouldBe(TimeToLiveStatus.Enabled);
        reopened.CountItems().ShouldBe(3 * 600);
        await AdvanceAsync(reopened, TimeSpan.FromMinutes(2));
        (await ScanAsync(reopened)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Switched_off_nothing_expires_and_the_entries_go()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutManyAsync(client, 700, Now + 5);
        client.CountItems().ShouldBe(3 * 700);

        await SetAsync(client, isEnabled: false, "expires");
        await AdvanceAsync(client, TimeSpan.FromDays(1));

        client.CountItems().ShouldBe(2 * 700);
        await SetAsync(client, isEnabled: true, "other");
        await AdvanceAsync(client, TimeSpan.FromDays(1));
        client.CountItems().ShouldBe(2 * 700);
        client.Workers.Expiry.HasTimer.ShouldBeTrue();
    }

    [Fact]
    public async Task A_deleted_table_takes_its_entries_along()
    {
        using var client = Open();
        await CreateTableAsync(client);
        await EnableAsync(client);
        await PutManyAsync(client, 600, Now + 100_000);

        await client.DeleteTableAsync(new DeleteTableRequest { TableName = Table });
        await client.WhenPurgedAsync();
        await AdvanceAsync(client, TimeSpan.FromMinutes(1));

        client.CountItems().ShouldBe(0);
    }

    [Fact]
    public async Task Without_an_interval_and_without_tables_that_have_it_there_is_noTimer()
    {
        using (var without = Open())
        {
            await CreateTableAsync(without);
            without.Workers.Expiry.HasTimer.ShouldBeFalse();
            await without.DeleteTableAsync(new DeleteTableRequest { TableName = Table });
        }

        using var never = Open(Timeout.InfiniteTimeSpan);
        await CreateTableAsync(never);
        await EnableAsync(never);
        await PutAsync(never, "a", Now + 5);
        never.Workers.Expiry.HasTimer.ShouldBeFalse();

        Time.Now += TimeSpan.FromDays(10);
        await never.WhenExpiryIsIdleAsync();

        (await ScanAsync(never)).ShouldBe(["a"]);
    }

    [Fact]
    public async Task The_services_limit_of_changes_is_on_request()
    {
        using var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { TimeProvider = Time, LimitsTimeToLiveChanges = true });
        await CreateTableAsync(client);
        await EnableAsync(client);

        (await Should.ThrowAsync<DynamoValidationException>(() => SetAsync(client, isEnabled: true, "expires"))).Message.ShouldBe(
            "TimeToLive is already enabled");
        (await Should.ThrowAsync<DynamoValidationException>(() => SetAsync(client, isEnabled: false, "expires"))).Message
            .ShouldBe("Time to live has been modified multiple times within a fixed interval");
        await AdvanceAsync(client, TimeSpan.FromHours(1));
        await SetAsync(client, isEnabled: false, "expires");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MaxValue)]
    public void An_interval_that_noTimer_takes_is_refused(int days)
    {
        var options = new EmbeddedDynamoOptions { TimeToLiveInterval = days == int.MaxValue ? TimeSpan.MaxValue : TimeSpan.FromDays(days) };

        Should.Throw<ArgumentOutOfRangeException>(() => EmbeddedDynamoClient.Open(options)).Message.ShouldContain(
            nameof(EmbeddedDynamoOptions.TimeToLiveInterval));
    }
}
