using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>What does not depend on the row is evaluated once an execution, and can be part of a key condition.</summary>
public sealed class ExecutionValueTests : IDisposable
{
    private static readonly Func<EventContext, DateTime, IEnumerable<int>> CompiledSince
        = EF.CompileQuery((EventContext context, DateTime day) => context.Events.Where(e => e.Stream == "s" && e.At >= day.AddDays(-1)).Select(e => e.Number));

    private static readonly Func<EventContext, string?, int> CompiledGuarded
        = EF.CompileQuery((EventContext context, string? name) => context.Events.Count(e => e.Stream == "s" && (name == null || e.Name == name.Trim())));

    private static readonly Func<EventContext, int, IEnumerable<int>> CompiledSkip
        = EF.CompileQuery(
            (EventContext context, int page)
                => context.Events.Where(e => e.Stream == "s").OrderBy(e => e.At).Skip((page - 1) * 2).Take(page * 1).Select(e => e.Number));

    private readonly EmbeddedStore _store = new();
    private readonly EventContext _keeper;

    public ExecutionValueTests()
    {
        _keeper = new EventContext(_store.ConnectionString);
        _keeper.Database.EnsureCreated();
        using var context = new EventContext(_store.ConnectionString);
        for (var number = 0; number < 4; number++)
        {
            context.Add(new Event { Stream = "s", At = DateTime.UtcNow.AddDays(-number).AddMinutes(5), Number = number, Name = $"n{number}" });
        }

        context.SaveChanges();
    }

    public void Dispose()
    {
        _keeper.Dispose();
        _store.Dispose();
    }

    [Fact]
    public void A_time_relative_to_now_is_part_of_the_key_condition()
    {
        var recent = _keeper.Events.Where(e => e.Stream == "s" && e.At >= DateTime.UtcNow.AddDays(-1));
        recent.ToAccessPlan().ToString().ShouldBe("Query events  Stream = \"s\" AND At >= @value0");
        recent.AsEnumerable().Select(e => e.Number).Order().ShouldBe([0, 1]);
        recent.ToQueryString().ShouldNotContain("@value0");
    }

    [Fact]
    public void Each_execution_has_a_value_of_its_own()
    {
        var first = ReadClock(_keeper.Events.Where(e => e.Stream == "s" && e.At < DateTime.UtcNow).ToQueryString());
        Thread.Sleep(1);
        ReadClock(_keeper.Events.Where(e => e.Stream == "s" && e.At < DateTime.UtcNow).ToQueryString()).ShouldNotBe(first);
        _keeper.Events.Count(e => e.Stream == "s" && e.Name == Guid.NewGuid().ToString()).ShouldBe(0);
    }

    [Fact]
    public void A_computed_parameter_of_a_compiled_query_is_evaluated_for_each_execution()
    {
        CompiledSince(_keeper, DateTime.UtcNow).Order().ShouldBe([0, 1]);
        CompiledSince(_keeper, DateTime.UtcNow.AddDays(-1)).Order().ShouldBe([0, 1, 2]);
        CompiledSkip(_keeper, 1).ShouldBe([3]);
        CompiledSkip(_keeper, 2).ShouldBe([1, 0]);
    }

    [Fact]
    public void What_a_test_of_a_parameter_protects_is_not_evaluated_before_it()
    {
        CompiledGuarded(_keeper, null).ShouldBe(4);
        CompiledGuarded(_keeper, " n2 ").ShouldBe(1);
    }

    [Fact]
    public void A_projection_computes_its_values_for_each_row()
    {
        _keeper.Events.Where(e => e.Stream == "s").Select(e => Guid.NewGuid()).AsEnumerable().Distinct().Count().ShouldBe(4);
    }

    private static string ReadClock(string plan) => plan[plan.IndexOf("At <", StringComparison.Ordinal)..];

    private sealed class Event
    {
        public string Stream { get; set; } = "";

        public DateTime At { get; set; }

        public int Number { get; set; }

        public string? Name { get; set; }
    }

    private sealed class EventContext(string connectionString) : DbContext
    {
        public DbSet<Event> Events => Set<Event>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseDynamo(connectionString).EnableSensitiveDataLogging();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Event>(b =>
            {
                b.ToDynamoTable("events");
                b.HasKey(e => new { e.Stream, e.At });
            });
    }
}
