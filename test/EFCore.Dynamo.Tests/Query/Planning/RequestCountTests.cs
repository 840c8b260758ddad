using EFCore.Dynamo.Engine;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Planning;

/// <summary>How many requests a plan costs once it runs.</summary>
public sealed class RequestCountTests : IDisposable
{
    private readonly EmbeddedDynamoClient _engine = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
    private readonly IDynamoClient _client;

    public RequestCountTests()
    {
        _client = CountingDynamoClient.Create(_engine);
        using var context = new PlanningContext(_client);
        context.Database.EnsureCreated();
        context.AddRange(Enumerable.Range(0, 90).Select(i => new Reading { Sensor = "s" + (i % 3), Sequence = i, Label = "l" }));
        context.SaveChanges();
        Operations.Clear();
    }

    private List<string> Operations => ((CountingDynamoClient)_client).Operations;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void List_of_partitions_with_a_limit_is_one_short_Query_a_partition()
    {
        using var context = new PlanningContext(_client);
        var sensors = new[] { "s0", "s1", "s2" };
        var readings = context.Set<Reading>().AsNoTracking().Where(r => sensors.Contains(r.Sensor)).OrderByDescending(r => r.Sequence).Take(2).ToList();

        readings.Select(r => r.Sequence).ShouldBe([89, 88]);
        Operations.ShouldBe(["QueryAsync", "QueryAsync", "QueryAsync"]);
    }

    [Fact]
    public void Greatest_sort_key_is_one_Query()
    {
        using var context = new PlanningContext(_client);

        context.Set<Reading>().Where(r => r.Sensor == "s1").Max(r => r.Sequence).ShouldBe(88);
        Operations.ShouldBe(["QueryAsync"]);
    }

    [Fact]
    public void What_cannot_exist_is_not_asked_for()
    {
        using var context = new PlanningContext(_client);
        string? nothing = null;

        context.Set<Reading>().Where(r => r.Sensor == "").ToList().ShouldBeEmpty();
        context.Set<Reading>().Where(r => r.Sensor == nothing).ToList().ShouldBeEmpty();
        context.Set<Reading>().Where(r => r.Sensor == "a" && r.Sensor == "b").ToList().ShouldBeEmpty();
        context.Set<Reading>().Where(r => r.Sensor == "a" && r.Sequence > 5 && r.Sequence < 6).Count().ShouldBe(0);
        Operations.ShouldBeEmpty();
    }

    [Fact]
    public void Hundred_and_fifty_keys_are_two_requests()
    {
        using var context = new PlanningContext(_client);
        var sequences = Enumerable.Range(0, 150).Select(i => (long)i).ToArray();

        context.Set<Reading>().Where(r => r.Sensor == "s0" && sequences.Contains(r.Sequence)).ToList().Count.ShouldBe(30);
        Operations.ShouldBe(["BatchGetItemAsync", "BatchGetItemAsync"]);
    }
}
