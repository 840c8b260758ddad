using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>A way to read samples.</summary>
/// <param name="Name">What a failure shows.</param>
/// <param name="Reaches">Which samples it reads.</param>
/// <param name="Run">The numbers of the samples that it reads and that satisfy the condition.</param>
internal sealed record SamplePlan(
    string Name, Func<Sample, bool> Reaches, Func<IQueryable<Sample>, Expression<Func<Sample, bool>>, int, IEnumerable<int>> Run)
{
    public static IReadOnlyList<SamplePlan> All { get; } =
    [
        new("GetItem", _ => true, (samples, condition, count) => Enumerable.Range(0, count).Where(id =>
        {
            var part = SampleStore.PartOf(id);
            return samples.Where(s => s.Part == part && s.Id == id).Any(condition);
        })),
        new("Query", s => s.Part == "even", (samples, condition, _) => samples.Where(s => s.Part == "even").Where(condition).Select(s => s.Id)),
        new("Scan", _ => true, (samples, condition, _) => samples.AllowScan().Where(condition).Select(s => s.Id)),
        new("index", s => s.Group == "g", (samples, condition, _) => samples.AllowScan().Where(s => s.Group == "g").Where(condition).Select(s => s.Id)),
        new("index by time", s => s.Group == "g" && s.KeyTime > DateTime.MinValue, (samples, condition, _) =>
            samples.AllowScan().Where(s => s.Group == "g" && s.KeyTime > DateTime.MinValue).Where(condition).Select(s => s.Id)),
        new("index by moment", s => s.Group == "g" && s.KeyMoment != null, (samples, condition, _) =>
            samples.AllowScan().Where(s => s.Group == "g" && s.KeyMoment != null).Where(condition).Select(s => s.Id)),
        new("after Take", _ => true, (samples, condition, _) => samples.AllowScan().Take(1000).Where(condition).Select(s => s.Id)),
    ];
}
