using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>The part of a partition in which the items of several entity types lie.</summary>
/// <param name="component">The sort key attribute.</param>
/// <param name="low">Its least text.</param>
/// <param name="high">Its greatest text.</param>
internal sealed class PartitionRangeCondition(KeyComponent component, string low, string high) : SortCondition(component)
{
    /// <inheritdoc />
    public override double Selectivity
        => 1;

    /// <inheritdoc />
    public override SortConditionKind Write(ItemBuilder builder, AttributeName first, AttributeName second, in KeyBinding binding)
    {
        builder.WriteName(first);
        builder.WriteString(low);
        builder.WriteName(second);
        builder.WriteString(high);
        return SortConditionKind.Between;
    }

    /// <inheritdoc />
    public override void Print(PlanTextBuilder text)
    {
        text.Append("BETWEEN ");
        Print(text, low);
        text.Append(" AND ");
        Print(text, high);
    }

    private static void Print(PlanTextBuilder text, string bound)
    {
        text.BeginText();
        text.AppendKeyText(bound);
        text.EndText();
    }
}
