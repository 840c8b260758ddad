namespace EFCore.Dynamo.Benchmarks.Harness;

/// <summary>One line of the report.</summary>
/// <param name="Name">The measure.</param>
/// <param name="Ours">Our figure.</param>
/// <param name="Reference">The reference's figure, measured in the same run.</param>
/// <param name="Ratio">The median of the paired ratios, not the ratio of the medians.</param>
/// <param name="Goal">What the ratio should reach; null where the line only informs.</param>
/// <param name="Unit">Of both figures.</param>
/// <param name="SmallerIsBetter">True where the goal is an upper bound.</param>
internal sealed record Measurement(string Name, double Ours, double? Reference, double? Ratio, double? Goal, string Unit, bool SmallerIsBetter = false)
{
    public bool? ReachesGoal => Goal is not { } goal || Ratio is not { } ratio ? null : SmallerIsBetter ? ratio <= goal : ratio >= goal;

    public override string ToString()
    {
        var goal = Goal is { } value ? $"{(SmallerIsBetter ? "<=" : ">=")} {value:0.##}{(ReachesGoal == true ? "" : "  MISSED")}" : "-";
        return $"{Name} | {Format(Ours)} | {(Reference is { } reference ? Format(reference) : "-")} | {(Ratio is { } ratio ? ratio.ToString("0.00") : "-")} | {goal}";
    }

    private string Format(double figure) => $"{figure:#,0} {Unit}";
}
