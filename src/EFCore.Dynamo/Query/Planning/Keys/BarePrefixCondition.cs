using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary><c>begins_with</c> on a sort key that is one property.</summary>
internal sealed class BarePrefixCondition(KeyComponent component, ValueSlot prefix) : SortCondition(component)
{
    public override double Selectivity => 0.1;

    public override SortConditionKind Write(ItemBuilder builder, AttributeName first, AttributeName second, in KeyBinding binding)
    {
        var value = prefix.Resolve(binding);
        if (value is null)
        {
            return SortConditionKind.Never;
        }

        if (!BareKeyValue.CanBeKey(value))
        {
            return SortConditionKind.None;
        }

        builder.WriteName(first);
        if (value is string text)
        {
            builder.WriteString(text);
        }
        else
        {
            Component.Codec.WriteBoxed(builder, value);
        }

        return SortConditionKind.BeginsWith;
    }

    public override void Print(PlanTextBuilder text)
    {
        text.Append("BEGINS WITH ");
        text.AppendSlot(prefix);
    }
}
