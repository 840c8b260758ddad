using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EFCore.Dynamo.Tests.Diagnostics;

public sealed class LoggingTests : IDisposable
{
    private readonly EmbeddedDynamoClient _client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
    private readonly List<string> _messages = [];

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task An_executed_request_is_logged_with_names_figures_and_no_values()
    {
        await using var context = Create();
        await context.Database.EnsureCreatedAsync();
        context.Add(new Note { Id = "secret-id", Text = "secret-text" });
        await context.SaveChangesAsync();

        var message = _messages.ShouldHaveSingleItem();
        message.ShouldContain("Executed PutItem Notes");
        message.ShouldContain("attribute_not_exists(Id)");
        message.ShouldContain(" ms: 1 items, 1 capacity units");
        message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task With_sensitive_data_an_executed_request_is_logged_with_its_values()
    {
        await using var context = Create(options => options.EnableSensitiveDataLogging());
        await context.Database.EnsureCreatedAsync();
        context.Add(new Note { Id = "secret-id", Text = "secret-text" });
        await context.SaveChangesAsync();

        _messages.ShouldHaveSingleItem().ShouldContain("secret-text");
    }

    [Fact]
    public async Task A_transaction_is_logged_as_one_request_with_its_parts()
    {
        await using var context = Create();
        await context.Database.EnsureCreatedAsync();
        context.AddRange(new Note { Id = "a" }, new Note { Id = "b" });
        await context.SaveChangesAsync();

        var message = _messages.ShouldHaveSingleItem();
        message.ShouldContain("Executed TransactWriteItems Notes PutItem Notes if attribute_not_exists(Id); PutItem Notes");
        message.ShouldContain("2 items, 4 capacity units");
    }

    [Fact]
    public async Task The_payload_has_the_figures()
    {
        var payloads = new List<RequestExecutedEventData>();
        var options = new DbContextOptionsBuilder<NoteContext>()
            .UseDynamo(_client)
            .LogTo((id, _) => id == DynamoEventId.RequestExecuted, data => payloads.Add((RequestExecutedEventData)data))
            .Options;
        await using var context = new NoteContext(options);
        await context.Database.EnsureCreatedAsync();
        payloads.Clear();

        context.Add(new Note { Id = "a" });
        await context.SaveChangesAsync();

        var payload = payloads.ShouldHaveSingleItem();
        payload.Operation.ShouldBe("PutItem");
        payload.Target.ShouldBe("Notes");
        payload.ItemCount.ShouldBe(1);
        payload.CapacityUnits.ShouldBe(1);
        payload.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);
        payload.LogLevel.ShouldBe(LogLevel.Information);
    }

    [Fact]
    public void A_primary_key_that_no_index_has_is_warned_about()
    {
        var messages = new List<string>();
        using var context = new LooseContext(messages);

        _ = context.Model;

        messages.ShouldHaveSingleItem().ShouldContain("The primary key of the entity type 'Loose' does not give the key of its item");
    }

    private NoteContext Create(Action<DbContextOptionsBuilder>? configure = null)
    {
        var builder = new DbContextOptionsBuilder<NoteContext>()
            .UseDynamo(_client)
            .LogTo(message =>
            {
                if (!message.Contains("Table", StringComparison.Ordinal))
                {
                    _messages.Add(message);
                }
            },
            [DynamoEventId.RequestExecuted]);
        configure?.Invoke(builder);
        return new NoteContext(builder.Options);
    }

    private sealed class Note
    {
        public string Id { get; set; } = "";

        public string? Text { get; set; }
    }

    private sealed class NoteContext(DbContextOptions<NoteContext> options) : DbContext(options)
    {
        public DbSet<Note> Notes => Set<Note>();
    }

    private sealed class Loose
    {
        public int Id { get; set; }

        public int Owner { get; set; }
    }

    private sealed class LooseContext(List<string> messages) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseDynamo("Data Source=:memory:").LogTo(messages.Add, [DynamoEventId.PrimaryKeyNotIndexed]);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Loose>(b =>
            {
                b.HasKey(l => l.Id);
                b.HasPartitionKey(l => $"OWNER#{l.Owner}");
                b.HasSortKey(l => $"LOOSE#{l.Id}");
            });
    }
}
