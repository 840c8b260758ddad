using EFCore.Dynamo.Tests.Query;
using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EFCore.Dynamo.Tests.Diagnostics;

/// <summary>A query whose caller gave up says so in the log, and is no failure there.</summary>
public sealed class CanceledQueryTests : IDisposable
{
    private readonly EmbeddedStore _store = new();
    private readonly List<EventId> _events = [];
    private readonly HesitantClient _client;

    public CanceledQueryTests() => _client = new HesitantClient(_store.Client) { Gate = new TaskCompletionSource() };

    public void Dispose()
    {
        _client.Dispose();
        _store.Dispose();
    }

    public static TheoryData<string, bool> Calls()
    {
        var calls = new TheoryData<string, bool>();
        foreach (var name in new[] { "ToList", "First", "Count", "ToPage", "GetItem", "Find", "Reload", "AsAsyncEnumerable" })
        {
            calls.Add(name, false);
            calls.Add(name, true);
        }

        return calls;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_canceled_query_is_logged_as_canceled(string call, bool isCanceledBefore)
    {
        await using var context = CreateContext();
        context.Database.EnsureCreated();
        using var cancellation = new CancellationTokenSource();
        if (isCanceledBefore)
        {
            await cancellation.CancelAsync();
        }

        var running = RunAsync(context, call, cancellation.Token);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        _events.Where(id => id == CoreEventId.QueryCanceled || id == CoreEventId.QueryIterationFailed).ShouldBe([CoreEventId.QueryCanceled]);
    }

    [Fact]
    public async Task A_failed_Find_is_logged_as_a_failed_query()
    {
        await using var context = CreateContext();
        _client.Gate = null;

        await Should.ThrowAsync<InvalidOperationException>(async () => await context.FindAsync<Entry>("a"));
        Should.Throw<InvalidOperationException>(() => context.Find<Entry>("a"));
        _events.Count(id => id == CoreEventId.QueryIterationFailed).ShouldBe(2);
    }

    private static async Task RunAsync(EntryContext context, string call, CancellationToken token)
    {
        var entries = context.Entries.Where(e => e.Id == "a" || e.Id == "b");
        switch (call)
        {
            case "ToList":
                await entries.ToListAsync(token);
                break;
            case "First":
                await entries.FirstOrDefaultAsync(token);
                break;
            case "Count":
                await context.Entries.AllowScan().CountAsync(token);
                break;
            case "ToPage":
                await context.Entries.AllowScan().ToPageAsync(1, continuation: null, token);
                break;
            case "GetItem":
                await context.Entries.SingleOrDefaultAsync(e => e.Id == "a", token);
                break;
            case "Find":
                await context.Entries.FindAsync(["a"], token);
                break;
            case "Reload":
                await context.Attach(new Entry { Id = "a" }).ReloadAsync(token);
                break;
            default:
                await foreach (var _ in entries.AsAsyncEnumerable().WithCancellation(token))
                {
                }

                break;
        }
    }

    private EntryContext CreateContext()
        => new(new DbContextOptionsBuilder()
            .UseDynamo(_client)
            .LogTo((id, _) =>
            {
                _events.Add(id);
                return false;
            }, static _ => { })
            .Options);

    private sealed class EntryContext(DbContextOptions options) : DbContext(options)
    {
        public DbSet<Entry> Entries => Set<Entry>();
    }

    private sealed class Entry
    {
        public string Id { get; set; } = "";
    }
}
