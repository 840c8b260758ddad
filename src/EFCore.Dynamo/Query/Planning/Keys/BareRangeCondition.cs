using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>A range of a sort key that is one property.</summary>
/// <remarks>
///     The service has one condition a sort key, and BETWEEN includes both ends. With two bounds an excluded end is moved to the neighboring value where the
///     type has one; where it has none (strings, decimals) the planner keeps that comparison as a filter.
/// </remarks>
internal sealed class BareRangeCondition(KeyComponent component, RangeBound? lower, RangeBound? upper) : SortCondition(component)
{
    public override double Selectivity => lower is not null && upper is not null ? 0.25 : 0.5;

    public override SortConditionKind Write(ItemBuilder builder, AttributeName first, AttributeName second, in KeyBinding binding)
    {
        var low = lower?.Slot.Resolve(binding);
        var high = upper?.Slot.Resolve(binding);
        if ((lower is not null && low is null) || (upper is not null && !BareKeyValue.CanBeKey(high)) || low is double.NaN or float.NaN
            || high is double.NaN or float.NaN)
        {
            // A comparison with null or with what is not a number is false, and nothing comes before the empty string.
            return SortConditionKind.Never;
        }

        // Every key comes after the empty string, which the service does not take as a bound.
        var hasLow = BareKeyValue.CanBeKey(low);
        if (hasLow && upper is not null)
        {
            low = MakeInclusive(low!, lower!, 1); // hasLow says there is a lower bound
            high = MakeInclusive(high!, upper, -1); // checked above
            return low is not null && high is not null ? WriteBetween(builder, first, second, low, high) : SortConditionKind.Never;
        }

        if (!hasLow && upper is null)
        {
            return SortConditionKind.None;
        }

        builder.WriteName(first);
        Component.Codec.WriteComparandBoxed(builder, (hasLow ? low : high)!, FindComparand(hasLow)); // one of them is there
        return hasLow
            ? lower!.IsInclusive ? SortConditionKind.GreaterThanOrEqual : SortConditionKind.GreaterThan // hasLow says there is a lower bound
            : upper!.IsInclusive ? SortConditionKind.LessThanOrEqual : SortConditionKind.LessThan; // otherwise an upper one
    }

    public override void Print(PlanTextBuilder text)
    {
        if (lower is not null && upper is not null)
        {
            text.Append("BETWEEN ");
            PrintBound(text, lower, 1);
            text.Append(" AND ");
            PrintBound(text, upper, -1);
            return;
        }

        var bound = lower ?? upper!; // a range has an end
        text.Append(lower is not null ? ">" : "<").Append(bound.IsInclusive ? "= " : " ");
        text.AppendSlot(bound.Slot);
    }

    // Above a value is what is above all that equals it.
    private Comparand FindComparand(bool hasLow)
        => (hasLow ? lower : upper)!.IsInclusive == hasLow ? Comparand.Lower : Comparand.Upper;

    private SortConditionKind WriteBetween(ItemBuilder builder, AttributeName first, AttributeName second, object low, object high)
    {
        builder.WriteName(first);
        Component.Codec.WriteComparandBoxed(builder, low, Comparand.Lower);
        builder.WriteName(second);
        Component.Codec.WriteComparandBoxed(builder, high, Comparand.Upper);
        return SortConditionKind.Between;
    }

    private static object? MakeInclusive(object value, RangeBound bound, int step)
        => bound.IsInclusive || !NeighboringValue.IsDefinedFor(value.GetType()) ? value : NeighboringValue.Find(value, step);

    private void PrintBound(PlanTextBuilder text, RangeBound bound, int step)
    {
        text.AppendSlot(bound.Slot, value => MakeInclusive(value, bound, step));
        if (!bound.IsInclusive && bound.Slot.Operand is ParameterOperand && !text.HasValues && NeighboringValue.IsDefinedFor(Component.Codec.ClrType))
        {
            text.Append(" (excluded)");
        }
    }
}
