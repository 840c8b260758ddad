using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Tests.Query.Facets;

/// <summary>
///     Each condition selects the same items wherever it runs: by the service, on the client after a keyed read, in a map, and in a list of maps.
/// </summary>
public sealed class ConditionTests : IClassFixture<FacetFixture>, IDisposable
{
    private readonly FacetContext _context;

    public ConditionTests(FacetFixture fixture)
        => _context = fixture.CreateContext();

    public static TheoryData<string> Names
        => [.. ConditionCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Condition_selects_by_scan(string name)
        => Check(name, c => Ids(Bind(c.Condition)), isNegated: false);

    [Theory]
    [MemberData(nameof(Names))]
    public void Negated_condition_selects_the_others_by_scan(string name)
        => Check(name, c => Ids(Bind(Negate(c.Condition))), isNegated: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Condition_selects_after_a_keyed_read(string name)
        => Check(name, c => KeyedIds(Bind(c.Condition)), isNegated: false);

    [Theory]
    [MemberData(nameof(Names))]
    public void Negated_condition_selects_the_others_after_a_keyed_read(string name)
        => Check(name, c => KeyedIds(Bind(Negate(c.Condition))), isNegated: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Condition_is_true_in_a_projection(string name)
        => Check(name, c => ProjectedIds(Bind(c.Condition)), isNegated: false);

    [Theory]
    [MemberData(nameof(Names))]
    public void Condition_selects_by_the_values_of_a_map(string name)
        => Check(name, c => Ids(Bind(c.Condition, p => p.Inner!)), isNegated: false);

    [Theory]
    [MemberData(nameof(Names))]
    public void Condition_selects_by_the_values_of_a_map_after_a_keyed_read(string name)
        => Check(name, c => KeyedIds(Bind(c.Condition, p => p.Inner!)), isNegated: false);

    [Theory]
    [MemberData(nameof(Names))]
    public void Condition_selects_by_the_values_of_a_list(string name)
        => Check(name, c => Ids(BindAny(c.Condition)), isNegated: false);

    [Theory]
    [MemberData(nameof(Names))]
    public void Condition_selects_by_the_first_of_a_list(string name)
        => Check(name, c => Ids(Bind(c.Condition, p => p.Items[0])), isNegated: false);

    public void Dispose() => _context.Dispose();

    private static void Check(string name, Func<ConditionCase, IEnumerable<long>> run, bool isNegated)
    {
        var condition = ConditionCases.All.Single(c => c.Name == name);
        run(condition).Order().ShouldBe(FacetData.CreateProbes().Where(p => condition.Holds(p) != isNegated).Select(p => p.Id));
    }

    private List<long> Ids(Expression<Func<Probe, bool>> condition)
        => [.. _context.Probes.AllowScan().Where(condition).Select(p => p.Id)];

    private List<long> KeyedIds(Expression<Func<Probe, bool>> condition)
        => [.. Enumerable.Range(1, 6).SelectMany(id => _context.Probes.Where(p => p.Id == id).Where(condition).Select(p => p.Id))];

    private List<long> ProjectedIds(Expression<Func<Probe, bool>> condition)
    {
        var probe = condition.Parameters[0];
        var pair = Expression.New(
            typeof(Answer).GetConstructors()[0],
            [Expression.Property(probe, nameof(Probe.Id)), condition.Body],
            typeof(Answer).GetProperty("Id")!,
            typeof(Answer).GetProperty("Holds")!);
        return [.. _context.Probes.AllowScan().Select(
            Expression.Lambda<Func<Probe, Answer>>(pair, probe)).AsEnumerable().Where(a => a.Holds).Select(a => a.Id)];
    }

    private static Expression<Func<Probe, bool>> Bind(Expression<Func<Facet, bool>> condition)
        => Bind(condition, p => p);

    private static Expression<Func<Probe, bool>> Bind(Expression<Func<Facet, bool>> condition, Expression<Func<Probe, Facet>> facet)
        => Expression.Lambda<Func<Probe, bool>>(
            ReplacingExpressionVisitor.Replace(condition.Parameters[0], facet.Body is UnaryExpression conversion ? conversion.Operand : facet.Body,
                condition.Body),
            facet.Parameters);

    private static Expression<Func<Probe, bool>> BindAny(Expression<Func<Facet, bool>> condition)
    {
        Expression<Func<Probe, List<Facet>>> items = p => p.Items;
        return Expression.Lambda<Func<Probe, bool>>(
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [typeof(Facet)], items.Body, condition), items.Parameters);
    }

    private static Expression<Func<Facet, bool>> Negate(Expression<Func<Facet, bool>> condition)
        => Expression.Lambda<Func<Facet, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private sealed record Answer(long Id, bool Holds);
}
