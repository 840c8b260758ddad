using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Storage;

/// <summary>What HasTimeToLive means for tables.</summary>
public abstract class TimeToLiveTests(TestStore store) : IDisposable
{
    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_table_that_EnsureCreated_creates_has_it_turned_on()
    {
        await using var context = new SessionContext(store.ConnectionString + ";Table Prefix=ttl-");
        (await context.Database.EnsureCreatedAsync()).ShouldBeTrue();
        (await context.Database.EnsureCreatedAsync()).ShouldBeFalse();

        (await DescribeAsync("ttl-sessions")).ShouldBe(new TimeToLiveDescription(TimeToLiveStatus.Enabled, "ttl"));
        (await DescribeAsync("ttl-users")).ShouldBe(new TimeToLiveDescription(TimeToLiveStatus.Disabled));
    }

    [Fact]
    public void Two_attributes_in_one_table_are_refused()
    {
        using var context = new TwoContext(store.ConnectionString);

        Should.Throw<InvalidOperationException>(() => context.Database.EnsureCreated()).Message
            .ShouldBe(
                "The entity types in the table 'both' have their times to live in different attributes (Expires, Until), but a table has one. Give the "
                    + "properties one name with HasAttributeName.");
    }

    private async Task<TimeToLiveDescription> DescribeAsync(string tableName)
        => (await store.Client.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest { TableName = tableName })).TimeToLiveDescription;

    private sealed class Session
    {
        public string Id { get; set; } = "";

        public DateTime Expires { get; set; }
    }

    private sealed class User
    {
        public string Id { get; set; } = "";

        public DateTime Until { get; set; }
    }

    private sealed class SessionContext(string connectionString) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(connectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Session>(b =>
            {
                b.ToDynamoTable("sessions");
                b.HasTimeToLive(s => s.Expires);
                b.Property(s => s.Expires).HasAttributeName("ttl");
            });
            modelBuilder.Entity<User>().ToDynamoTable("users");
        }
    }

    private sealed class TwoContext(string connectionString) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(connectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Session>().ToDynamoTable("both").HasTimeToLive(s => s.Expires);
            modelBuilder.Entity<User>().ToDynamoTable("both").HasTimeToLive(s => s.Until);
        }
    }
}
