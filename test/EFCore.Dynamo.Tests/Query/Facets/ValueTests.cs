using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Facets;

/// <summary>Each value is the same wherever it is computed, and what LINQ to Objects computes.</summary>
public sealed class ValueTests : IClassFixture<FacetFixture>, IDisposable
{
    private readonly FacetContext _context;

    public ValueTests(FacetFixture fixture)
        => _context = fixture.CreateContext();

    public static TheoryData<string> Names
        => [.. ValueCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_is_projected(string name) => Find(name).CheckProjection(_context);

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_is_projected_from_a_keyed_read(string name) => Find(name).CheckKeyedRead(_context);

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_of_a_map_is_projected(string name) => Find(name).CheckMap(_context);

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_of_each_map_in_a_list_is_projected(string name) => Find(name).CheckList(_context);

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_is_an_order(string name) => Find(name).CheckOrder(_context);

    [Fact]
    public void Distinct_compares_what_is_stored()
    {
        var probes = _context.Probes.AllowScan();
        probes.Select(p => p.W).Distinct().ToList().Select(w => w?.Value).Order().ShouldBe([null, -1, 0, 1, 5, 7]);
        probes.Where(p => p.C != null).Select(p => p.C).Distinct().Count().ShouldBe(3);
        probes.Where(p => p.Data != null).Select(p => p.Data!.Length == 0 ? null : new[] { p.Data[0] }).Distinct().Count().ShouldBe(4);
        probes.Where(p => p.C != null).Select(p => new { p.C!.Mark }).Distinct().Count().ShouldBe(2);
        probes.Where(p => p.C != null).Select(p => new { p.C }).Distinct().Count().ShouldBe(3);
        probes.Where(p => p.C != null).Select(p => Tuple.Create(p.C!.Mark)).Distinct().Count().ShouldBe(2);
        probes.Select(p => new Dims { A = p.List.Count }).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void A_converted_value_without_an_order_is_ordered_by_what_is_stored()
    {
        var probes = _context.Probes.AllowScan();
        probes.OrderBy(p => p.W).Select(p => p.Id).ToList().ShouldBe([6, 5, 3, 4, 1, 2]);
        probes.OrderByDescending(p => p.W).Select(p => p.Id).ToList().ShouldBe([2, 1, 4, 3, 5, 6]);
    }

    [Fact]
    public void Filtered_lists_are_distinct_by_their_elements()
    {
        var lists = _context.Probes.AllowScan().Where(p => p.Id < 4).Select(p => p.List.Where(i => i < 15)).Distinct().ToList();
        lists.Select(l => string.Join(',', l)).Order(StringComparer.Ordinal).ShouldBe(["", "10"]);
        _context.Probes.AllowScan().Where(p => p.Id < 4).Select(p => p.List.Where(i => i < 15).ToList()).Distinct().Count().ShouldBe(2);
        _context.Probes.AllowScan().Where(p => p.Id < 4).Select(p => p.List.Where(i => i < 15).Distinct().ToList()).ToList().Count.ShouldBe(3);
        _context.Probes.AllowScan().Where(p => p.Id < 4).Select(
            p => new { p.Id, Few = p.L.Where(d => d.A > 1).Select(d => d.A) }).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Aggregates_leave_null_out()
    {
        var probes = _context.Probes.AllowScan();
        probes.Max(p => (int?)p.C!.A).ShouldBe(1);
        probes.Min(p => (int?)(p.C!.A + 1)).ShouldBe(1);
        probes.Sum(p => p.N.GetValueOrDefault(100)).ShouldBe(112);
        probes.Average(p => (int?)p.C!.A).ShouldBe(0.75);
    }

    public void Dispose() => _context.Dispose();

    private static ValueCase Find(string name) => ValueCases.All.Single(c => c.Name == name);
}
