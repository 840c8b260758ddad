using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>
///     A condition holds for the same rows whatever the plan: evaluated by the service or by the client, its values inline or in variables, in every time zone.
/// </summary>
[Collection(nameof(TimeZones))]
public sealed class PlanAgreementTests
{
    private const int ConditionCount = 40;

    [Theory]
    [InlineData("UTC", 1)]
    [InlineData("Europe/Berlin", 2)]
    [InlineData("America/St_Johns", 3)]
    [InlineData("UTC", 4)]
    [InlineData("Europe/Berlin", 5)]
    [InlineData("America/St_Johns", 6)]
    public void A_plan_never_changes_an_answer(string zone, int seed)
    {
        using var local = new TimeZones(zone);
        var random = new Random(seed);
        using var store = new SampleStore(random);
        var generator = new ConditionGenerator(random);
        var failures = new List<string>();
        for (var i = 0; i < ConditionCount; i++)
        {
            Check(store, generator.Next(), failures);
        }

        string.Join('\n', failures).ShouldBeEmpty($"zone {zone}, seed {seed}");
    }

    private static void Check(SampleStore store, Condition condition, List<string> failures)
    {
        foreach (var form in new[] { ValueForm.Inline, ValueForm.Variable })
        {
            var sample = Expression.Parameter(typeof(Sample), "s");
            var predicate = Expression.Lambda<Func<Sample, bool>>(condition.Build(sample, form), sample);
            foreach (var plan in SamplePlan.All)
            {
                var expected = string.Join(' ', store.Rows.Where(r => plan.Reaches(r.Sample) && condition.IsTrue(r)).Select(r => r.Sample.Id).Order());
                var actual = Run(store, plan, predicate);
                if (actual != expected)
                {
                    failures.Add($"{condition.Text}, {form}, {plan.Name}: expected [{expected}], was [{actual}]");
                }
            }
        }
    }

    private static string Run(SampleStore store, SamplePlan plan, Expression<Func<Sample, bool>> predicate)
    {
        try
        {
            using var context = store.CreateContext();
            return string.Join(' ', plan.Run(context.Samples.AsNoTracking(), predicate, store.Rows.Count).Order());
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }
}
