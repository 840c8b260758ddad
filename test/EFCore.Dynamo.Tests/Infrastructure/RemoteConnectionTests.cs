using Amazon.DynamoDBv2;
using Amazon.Runtime;
using EFCore.Dynamo.Aws;
using EFCore.Dynamo.Aws.Retries;
using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Server;
using EFCore.Dynamo.Server.Authentication;
using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Tests.Infrastructure;

public sealed class RemoteConnectionTests : IDisposable
{
    private readonly HttpStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Contexts_with_one_connection_string_share_a_client_and_with_other_keys_do_not()
    {
        using var first = Context(_store.ConnectionString);
        using var second = Context("region=local;serviceurl=" + _store.ConnectionString.Split('=', ';')[1]);
        using var other = Context(_store.ConnectionString + ";Access Key=a;Secret Key=b");

        Client(second).ShouldBeSameAs(Client(first));
        Client(other).ShouldNotBeSameAs(Client(first));
        first.GetService<IDynamoClientSource>().IsEmbedded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_table_prefix_keeps_contexts_apart()
    {
        await using var dev = Context(_store.ConnectionString + ";Table Prefix=dev-");
        await using var test = Context(_store.ConnectionString + ";Table Prefix=test-");
        await dev.Database.EnsureCreatedAsync();
        await test.Database.EnsureCreatedAsync();
        dev.Add(new Note { Id = "a" });
        await dev.SaveChangesAsync();

        (await test.FindAsync<Note>("a")).ShouldBeNull();
        (await _store.Client.ListTablesAsync(new ListTablesRequest())).TableNames.ShouldBe(["dev-Notes", "test-Notes"]);
    }

    [Fact]
    public async Task A_client_of_the_AWS_SDK_is_used_and_stays_open()
    {
        using var sdk = new AmazonDynamoDBClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonDynamoDBConfig { ServiceURL = _store.ConnectionString.Split('=', ';')[1], AuthenticationRegion = "local" });
        await using (var context = new NoteContext(new DbContextOptionsBuilder<NoteContext>().UseDynamo(sdk).Options))
        {
            await context.Database.EnsureCreatedAsync();
            context.Add(new Note { Id = "a" });
            await context.SaveChangesAsync();
        }

        (await sdk.ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest("Notes"))).Count.ShouldBe(1);
        await using var again = new NoteContext(new DbContextOptionsBuilder<NoteContext>().UseDynamo(sdk).Options);
        (await again.Notes.AllowScan().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public void An_SDK_client_that_is_in_process_is_left_out_of_the_way()
    {
        using var engine = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        using var sdk = new EmbeddedAmazonDynamoDB(engine, leaveOpen: true);
        using var context = new NoteContext(new DbContextOptionsBuilder<NoteContext>().UseDynamo(sdk).Options);

        Client(context).ShouldBeSameAs(engine);
        context.GetService<IDynamoClientSource>().IsEmbedded.ShouldBeTrue();
    }

    [Fact]
    public async Task Synchronous_calls_say_once_that_they_block()
    {
        using var engine = new GatedClient(EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions()));
        await using var server = await DynamoServer.StartAsync(engine, new DynamoServerOptions { Port = 0 });
        var messages = new List<string>();
        await using var context = new NoteContext(new DbContextOptionsBuilder<NoteContext>()
            .UseDynamo($"Service Url={server.Endpoint};Region=local").EnableServiceProviderCaching(false).LogTo(
                message =>
                {
                    messages.Add(message);
                    engine.Gate?.SetResult();
                },
                [DynamoEventId.SyncOverAsync]).Options);
        await context.Database.EnsureCreatedAsync();
        context.Add(new Note { Id = "a" });
        await context.SaveChangesAsync();
        _ = await context.Notes.Where(note => note.Id == "a").ToListAsync();
        messages.ShouldBeEmpty();

        // The service answers the first synchronous call after the message: were it faster, there would be nothing to say.
        engine.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.Add(new Note { Id = "b" });
        context.SaveChanges();
        _ = context.Notes.Where(note => note.Id == "b").ToList();
        _ = context.Find<Note>("c");

        messages.ShouldHaveSingleItem().ShouldContain("blocked its thread");
    }

    [Fact]
    public async Task Synchronous_calls_do_not_wait_for_the_callers_synchronization_context()
    {
        var done = Task.Run(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new DeafSynchronizationContext());
            using var context = Context(_store.ConnectionString + ";Table Prefix=ui-");
            context.Database.EnsureCreated().ShouldBeTrue();
            context.Add(new Note { Id = "a" });
            context.SaveChanges();
            context.ChangeTracker.Clear();
            context.Find<Note>("a").ShouldNotBeNull();
            context.Notes.AllowScan().ToList().Count.ShouldBe(1);
            context.Database.CanConnect().ShouldBeTrue();
            context.Database.EnsureDeleted().ShouldBeTrue();
        });

        await done.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_named()
    {
        using var nowhere = new AwsDynamoClient(new AwsDynamoClientOptions
        {
            ServiceUrl = new Uri("http://127.0.0.1:1"),
            Region = "local",
            Retries = AwsRetryOptions.None,
        });
        await using var context = new NoteContext(new DbContextOptionsBuilder<NoteContext>().UseDynamo(nowhere).Options);
        context.Add(new Note { Id = "a" });

        var exception = await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync());

        exception.InnerException.ShouldBeOfType<ServiceUnavailableException>().Message.ShouldStartWith("DynamoDB at http://127.0.0.1:1/ cannot be reached: ");
        (await context.Database.CanConnectAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Keys_of_the_connection_string_sign_the_requests()
    {
        using var engine = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        var options = new DynamoServerOptions { Port = 0, AccessKeys = new Dictionary<string, AccessKey> { ["alice"] = new AccessKey("a/secret=") } };
        await using var server = await DynamoServer.StartAsync(engine, options);
        await using var alice = Context($"Service Url={server.Endpoint};Region=local;Access Key=alice;Secret Key=\"a/secret=\"");
        await using var mallory = Context($"Service Url={server.Endpoint};Region=local;Access Key=alice;Secret Key=a-guess");

        (await alice.Database.EnsureCreatedAsync()).ShouldBeTrue();
        (await Should.ThrowAsync<OtherServiceException>(() => mallory.Database.EnsureCreatedAsync())).ErrorCode.ShouldBe("InvalidSignatureException");
        (await mallory.Database.CanConnectAsync()).ShouldBeFalse();
    }

    [Fact]
    public void A_profile_that_is_not_there_is_named()
    {
        using var context = Context("Profile=efcore-dynamo-none;Region=eu-west-1");

        Should.Throw<ArgumentException>(() => Client(context)).Message.ShouldStartWith(
            "The AWS configuration files of this user have no profile 'efcore-dynamo-none'.");
    }

    [Fact]
    public void The_log_fragment_has_no_keys()
        => new DbContextOptionsBuilder<NoteContext>().UseDynamo(
            "Region=eu-west-1;Access Key=me;Secret Key=hidden").Options.FindExtension<DynamoOptionsExtension>()!
            .Info.LogFragment.ShouldBe("DynamoDB 'Region=eu-west-1' ");

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

    /// <summary>An engine that answers PutItem once the gate is open, if there is one.</summary>
    private sealed class GatedClient(IDynamoClient inner) : DelegatingDynamoClient(inner)
    {
        public TaskCompletionSource? Gate { get; set; }

        public override async ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
        {
            if (Gate is { } gate)
            {
                await gate.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
            }

            return await Inner.PutItemAsync(request, cancellationToken);
        }
    }

    /// <summary>A context whose thread is busy, as a user interface's is while it waits for a synchronous call.</summary>
    private sealed class DeafSynchronizationContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
