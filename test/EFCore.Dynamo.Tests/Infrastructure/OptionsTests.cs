using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Tests.Infrastructure;

public sealed class OptionsTests
{
    [Fact]
    public void Options_are_kept()
    {
        var extension = Extension(o => o.UseDynamo(
            "Data Source=shop.dynamo",
            dynamo => dynamo.ScanBehavior(ScanBehavior.Warn).MaxItemsRead(1000).ConsistentRead()));

        extension.ConnectionString!.DataSource.ShouldBe("shop.dynamo");
        extension.ScanBehavior.ShouldBe(ScanBehavior.Warn);
        extension.MaxItemsRead.ShouldBe(1000);
        extension.ConsistentRead.ShouldBeTrue();
    }

    [Fact]
    public void Without_further_options_scans_throw_and_reads_are_eventually_consistent()
    {
        var extension = Extension(o => o.UseDynamo("Data Source=shop.dynamo"));

        extension.ScanBehavior.ShouldBe(ScanBehavior.Throw);
        extension.MaxItemsRead.ShouldBeNull();
        extension.ConsistentRead.ShouldBeFalse();
    }

    [Fact]
    public void The_generic_builder_stays_generic()
    {
        var builder = new DbContextOptionsBuilder<DbContext>().UseDynamo("Data Source=shop.dynamo");

        builder.Options.FindExtension<DynamoOptionsExtension>().ShouldNotBeNull();
    }

    [Fact]
    public void The_last_of_connection_string_and_client_counts()
    {
        using var client = EmbeddedDatabase.Open(DynamoConnectionString.Parse("Data Source=:memory:"));

        Extension(o => o.UseDynamo("Data Source=x").UseDynamo(client)).ConnectionString.ShouldBeNull();
        Extension(o => o.UseDynamo(client).UseDynamo("Data Source=x")).Client.ShouldBeNull();
    }

    [Fact]
    public void The_log_fragment_names_the_database()
        => Extension(o => o.UseDynamo("datasource=shop.dynamo;durability=relaxed")).Info.LogFragment.ShouldBe(
            "DynamoDB 'Data Source=shop.dynamo;Durability=Relaxed' ");

    [Fact]
    public void Contexts_on_different_databases_share_a_service_provider_and_with_different_options_do_not()
    {
        var info = Extension(o => o.UseDynamo("Data Source=x")).Info;

        info.ShouldUseSameServiceProvider(Extension(o => o.UseDynamo("Data Source=y")).Info).ShouldBeTrue();
        info.GetServiceProviderHashCode().ShouldBe(Extension(o => o.UseDynamo("Data Source=y")).Info.GetServiceProviderHashCode());
        info.ShouldUseSameServiceProvider(Extension(o => o.UseDynamo("Data Source=x", d => d.ConsistentRead())).Info).ShouldBeFalse();
    }

    [Fact]
    public void The_debug_information_has_the_options()
    {
        var debugInfo = new Dictionary<string, string>(StringComparer.Ordinal);

        Extension(o => o.UseDynamo("Data Source=x", d => d.MaxItemsRead(5))).Info.PopulateDebugInfo(debugInfo);

        debugInfo["Dynamo:ScanBehavior"].ShouldBe("Throw");
        debugInfo["Dynamo:MaxItemsRead"].ShouldBe("5");
        debugInfo["Dynamo:ConsistentRead"].ShouldBe("False");
    }

    [Fact]
    public void Impossible_options_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Extension(o => o.UseDynamo("Data Source=x", d => d.MaxItemsRead(0))));
        Should.Throw<ArgumentOutOfRangeException>(() => Extension(o => o.UseDynamo("Data Source=x", d => d.ScanBehavior((ScanBehavior)7))));
        Should.Throw<ArgumentNullException>(() => Extension(o => o.UseDynamo((string)null!)));
        Should.Throw<ArgumentNullException>(() => Extension(o => o.UseDynamo((IDynamoClient)null!)));
        Should.Throw<ArgumentNullException>(() => ((DbContextOptionsBuilder)null!).UseDynamo("Data Source=x"));
    }

    [Fact]
    public void Options_without_a_client_are_refused()
    {
        var builder = new DbContextOptionsBuilder();
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new DynamoOptionsExtension());

        Should.Throw<InvalidOperationException>(() => builder.Options.FindExtension<DynamoOptionsExtension>()!.Validate(builder.Options))
            .Message.ShouldStartWith("No DynamoDB is configured. Call UseDynamo");

        // EF validates options when it builds their services: the context refuses them, or, where other options have built the same services, its client.
        Should.Throw<InvalidOperationException>(() =>
            {
                using var context = new DbContext(builder.Options);
                _ = context.GetService<IDynamoClientSource>().Client;
            })
            .Message.ShouldStartWith("No DynamoDB is configured. Call UseDynamo");
    }

    private static DynamoOptionsExtension Extension(Action<DbContextOptionsBuilder> configure)
    {
        var builder = new DbContextOptionsBuilder();
        configure(builder);
        return builder.Options.FindExtension<DynamoOptionsExtension>().ShouldNotBeNull();
    }
}
