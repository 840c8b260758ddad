using System.Runtime.CompilerServices;
using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace EFCore.Dynamo.Tests.Infrastructure;

public sealed class ClientSourceTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("efcore-dynamo-").FullName;

    public void Dispose()
    {
        EmbeddedDynamo.CloseIdleDatabases();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public void Contexts_on_one_directory_share_one_client_however_the_path_is_written()
    {
        using var first = Context($"Data Source={_directory}");
        using var second = Context($"Data Source={_directory}{Path.DirectorySeparatorChar}.");

        Client(second).ShouldBeSameAs(Client(first));
    }

    [Fact]
    public async Task Data_outlives_the_context_and_the_open_database()
    {
        await using (var context = Context($"Data Source={_directory}"))
        {
            await context.Database.EnsureCreatedAsync();
        }

        EmbeddedDynamo.CloseIdleDatabases();

        await using (var context = Context($"Data Source={_directory}"))
        {
            (await context.Database.EnsureCreatedAsync()).ShouldBeFalse();
        }
    }

    [Fact]
    public void One_directory_cannot_be_open_with_two_durabilities()
    {
        using var first = Context($"Data Source={_directory}");
        _ = Client(first);
        using var second = Context($"Data Source={_directory};Durability=Relaxed");

        Should.Throw<InvalidOperationException>(() => Client(second)).Message.ShouldStartWith(
            "The database is open in this process with the connection string");
    }

    [Fact]
    public async Task A_private_in_memory_database_belongs_to_the_call_of_UseDynamo()
    {
        var options = new DbContextOptionsBuilder<NoteContext>().UseDynamo("Data Source=:memory:").Options;
        await using var first = new NoteContext(options);
        await using var second = new NoteContext(options);
        await using var other = Context("Data Source=:memory:");
        await first.Database.EnsureCreatedAsync();

        (await second.Database.EnsureCreatedAsync()).ShouldBeFalse();
        (await other.Database.EnsureCreatedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task With_AddDbContext_a_private_in_memory_database_belongs_to_the_application()
    {
        await using var application = new ServiceCollection().AddDbContext<NoteContext>(o => o.UseDynamo("Data Source=:memory:")).BuildServiceProvider();
        await using var other = new ServiceCollection().AddDbContext<NoteContext>(o => o.UseDynamo("Data Source=:memory:")).BuildServiceProvider();

        (await EnsureCreatedInScope(application)).ShouldBeTrue();
        (await EnsureCreatedInScope(application)).ShouldBeFalse();
        (await EnsureCreatedInScope(other)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_private_in_memory_database_goes_with_its_options()
    {
        // EF keeps the first options of each kind for ever; these are not the first.
        await using var first = Context("Data Source=:memory:");
        await first.Database.EnsureCreatedAsync();
        var client = UseAndForgetOptions();

        for (var i = 0; i < 20 && !IsDisposed(client); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        IsDisposed(client).ShouldBeTrue();
        (await first.Database.EnsureCreatedAsync()).ShouldBeFalse();
    }

    [Fact]
    public void The_facade_gives_the_client()
    {
        using var context = Context("Data Source=:memory:");

        context.Database.IsDynamo().ShouldBeTrue();
        context.Database.GetDynamoClient().ShouldBeSameAs(Client(context));
    }

    [Fact]
    public async Task A_named_in_memory_database_is_shared_by_name()
    {
        var name = Guid.NewGuid().ToString("N");
        await using var first = Context($"Data Source={name};Mode=Memory");
        await first.Database.EnsureCreatedAsync();
        await using var second = Context($"Data Source={name};Mode=Memory");

        (await second.Database.EnsureCreatedAsync()).ShouldBeFalse();
        Directory.Exists(name).ShouldBeFalse();
    }

    [Fact]
    public async Task Contexts_with_different_table_prefixes_share_a_database_and_no_table()
    {
        await using var dev = Context($"Data Source={_directory};Table Prefix=dev-");
        await using var test = Context($"Data Source={_directory};Table Prefix=test-");
        await using var plain = Context($"Data Source={_directory}");

        (await dev.Database.EnsureCreatedAsync()).ShouldBeTrue();
        (await test.Database.EnsureCreatedAsync()).ShouldBeTrue();

        (await Client(plain).ListTablesAsync(new ListTablesRequest())).TableNames.ShouldBe(["dev-Notes", "test-Notes"]);
        (await Client(dev).ListTablesAsync(new ListTablesRequest())).TableNames.ShouldBe(["Notes"]);
    }

    [Fact]
    public async Task Saving_and_reading_find_the_prefixed_tables()
    {
        await using (var context = Context($"Data Source={_directory};Table Prefix=dev-"))
        {
            await context.Database.EnsureCreatedAsync();
            context.Add(new Note { Id = "single" });
            await context.SaveChangesAsync();
            context.AddRange(new Note { Id = "a" }, new Note { Id = "b" });
            await context.SaveChangesAsync();
        }

        await using var reader = Context($"Data Source={_directory};Table Prefix=dev-");
        (await reader.FindAsync<Note>("single")).ShouldNotBeNull();
        string[] ids = ["a", "b", "none"];
        (await reader.Notes.Where(note => ids.Contains(note.Id)).Select(note => note.Id).ToListAsync()).ShouldBe(["a", "b"], ignoreOrder: true);
        await using var plain = Context($"Data Source={_directory}");
        (await Client(plain).ScanAsync(new ScanRequest { TableName = "dev-Notes" })).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_client_that_was_passed_stays_open()
    {
        using var client = EmbeddedDatabase.Open(DynamoConnectionString.Parse("Data Source=:memory:"));
        using (var context = new NoteContext(new DbContextOptionsBuilder<NoteContext>().UseDynamo(client).Options))
        {
            Client(context).ShouldBeSameAs(client);
        }

        (await client.ListTablesAsync(new ListTablesRequest())).TableNames.ShouldBeEmpty();
    }

    [Fact]
    public void A_directory_stays_open_for_a_while_after_its_last_context()
    {
        var time = new ManualTimeProvider();
        var opened = new List<FakeClient>();
        var databases = new SharedDatabases(_ =>
        {
            opened.Add(new FakeClient());
            return opened[^1];
        }, time, TimeSpan.FromSeconds(30));
        var settings = DynamoConnectionString.Parse("Data Source=somewhere");

        databases.Lease(settings).Dispose();
        time.Advance(TimeSpan.FromSeconds(29));
        using (var lease = databases.Lease(settings))
        {
            lease.Client.ShouldBeSameAs(opened.ShouldHaveSingleItem());
            time.Advance(TimeSpan.FromSeconds(60));
            opened[0].IsDisposed.ShouldBeFalse();
        }

        time.Advance(TimeSpan.FromSeconds(30));
        opened[0].IsDisposed.ShouldBeTrue();
        databases.Lease(settings).Dispose();
        opened.Count.ShouldBe(2);
        databases.CloseIdle();
        opened[1].IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public void Returning_a_lease_twice_counts_once()
    {
        var time = new ManualTimeProvider();
        var client = new FakeClient();
        var databases = new SharedDatabases(_ => client, time, TimeSpan.FromSeconds(30));
        var settings = DynamoConnectionString.Parse("Data Source=somewhere");
        var first = databases.Lease(settings);
        using var second = databases.Lease(settings);

        first.Dispose();
        first.Dispose();
        time.Advance(TimeSpan.FromMinutes(1));

        client.IsDisposed.ShouldBeFalse();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IDynamoClient UseAndForgetOptions()
    {
        using var context = Context("Data Source=:memory:");
        context.Database.EnsureCreated().ShouldBeTrue();
        return Client(context);
    }

    private static bool IsDisposed(IDynamoClient client)
    {
        try
        {
            _ = client.ListTablesAsync(new ListTablesRequest());
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    private static async Task<bool> EnsureCreatedInScope(ServiceProvider application)
    {
        await using var scope = application.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NoteContext>().Database.EnsureCreatedAsync();
    }

    private static NoteContext Context(string connectionString) => new(new DbContextOptionsBuilder<NoteContext>().UseDynamo(connectionString).Options);

    private static IDynamoClient Client(DbContext context) => context.GetService<IDynamoClientSource>().Client;

    internal sealed class Note
    {
        public string Id { get; set; } = "";
    }

    internal sealed class NoteContext(DbContextOptions<NoteContext> options) : DbContext(options)
    {
        public DbSet<Note> Notes => Set<Note>();
    }

    private sealed class ManualTimeProvider : TimeProvider
    {
        private readonly List<ManualTimer> _timers = [];

        private TimeSpan _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new ManualTimer(callback, state, _now + dueTime, _timers);
            _timers.Add(timer);
            return timer;
        }

        public void Advance(TimeSpan time)
        {
            _now += time;
            foreach (var timer in _timers.Where(timer => timer.Due <= _now).ToArray())
            {
                _timers.Remove(timer);
                timer.Fire();
            }
        }

        private sealed class ManualTimer(TimerCallback callback, object? state, TimeSpan due, List<ManualTimer> timers) : ITimer
        {
            public TimeSpan Due => due;

            public void Fire() => callback(state);

            public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

            public void Dispose() => timers.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default;
            }
        }
    }

    private sealed class FakeClient() : DelegatingDynamoClient(RefusingDynamoClient.Create())
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing) => IsDisposed = true;

        protected override ValueTask DisposeAsyncCore()
        {
            IsDisposed = true;
            return default;
        }
    }
}
