using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Tests.Query.Facets;

/// <summary>A value of a facet, and the places where a query can use it.</summary>
internal abstract class ValueCase(string name)
{
    public string Name => name;

    public abstract void CheckProjection(FacetContext context);

    public abstract void CheckKeyedRead(FacetContext context);

    public abstract void CheckMap(FacetContext context);

    public abstract void CheckList(FacetContext context);

    public abstract void CheckOrder(FacetContext context);

    /// <summary>A value and, where C# throws, what it means to EF.</summary>
    public static ValueCase Create<T>(string name, Expression<Func<Facet, T>> value, Func<Facet, T>? meaning = null)
        => new Case<T>(name, value, meaning ?? value.Compile());

    private sealed class Case<T>(string name, Expression<Func<Facet, T>> value, Func<Facet, T> meaning) : ValueCase(name)
    {
        private static List<Probe> Probes => FacetData.CreateProbes();

        public override void CheckProjection(FacetContext context)
            => Sorted(context).Select(Bind(p => p)).ToList().ShouldBe(Probes.Select(meaning));

        public override void CheckKeyedRead(FacetContext context)
            => Probes.Select(p => context.Probes.Where(q => q.Id == p.Id).Select(Bind(q => q)).Single()).ShouldBe(Probes.Select(meaning));

        public override void CheckMap(FacetContext context)
            => Sorted(context).Select(Bind(p => p.Inner!)).ToList().ShouldBe(Probes.Select(meaning));

        public override void CheckList(FacetContext context)
        {
            Expression<Func<Probe, List<Facet>>> items = p => p.Items;
            var select = Expression.Call(typeof(Enumerable), nameof(Enumerable.Select), [typeof(Facet), typeof(T)], items.Body, value);
            var list = Expression.Call(typeof(Enumerable), nameof(Enumerable.ToList), [typeof(T)], select);
            Sorted(context).Select(
                Expression.Lambda<Func<Probe, List<T>>>(list, items.Parameters)).ToList().SelectMany(l => l).ShouldBe(Probes.Select(meaning));
        }

        public override void CheckOrder(FacetContext context)
            => context.Probes.AllowScan().OrderBy(Bind(p => p)).ThenBy(p => p.Id).Select(p => p.Id).ToList()
                .ShouldBe(Probes.OrderBy(p => meaning(p)).ThenBy(p => p.Id).Select(p => p.Id));

        private static IQueryable<Probe> Sorted(FacetContext context) => context.Probes.AllowScan().OrderBy(p => p.Id);

        private Expression<Func<Probe, T>> Bind(Expression<Func<Probe, Facet>> facet)
            => Expression.Lambda<Func<Probe, T>>(
                ReplacingExpressionVisitor.Replace(value.Parameters[0], facet.Body is UnaryExpression conversion ? conversion.Operand : facet.Body, value.Body),
                facet.Parameters);
    }
}
