using System.Collections.Immutable;
using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>A range of one hole of a template, the holes before it bound: BETWEEN on the sort key.</summary>
/// <remarks>
///     Both ends start with the same prefix, so the range stays within the template's own keys. An open end is the prefix itself below, and the prefix with
///     <see cref="KeyTextWriter.MaxText" /> above.
/// </remarks>
internal sealed class TemplateRangeCondition(
    KeyComponent component, ImmutableArray<ValueSlot> slots, RangeBound? lower, RangeBound? upper) : SortCondition(component)
{
    private readonly KeyTemplateHole _hole = component.Template.Holes[slots.Length];

    public override double Selectivity => lower is not null && upper is not null ? 0.25 : 0.5;

    /// <summary>Whether the range of keys leaves out exactly the keys that the bound leaves out.</summary>
    /// <param name="hole">The hole whose values are in a range.</param>
    /// <param name="isUpper">Whether the bound is the upper one.</param>
    /// <param name="isInclusive">Whether the bound itself is in the range.</param>
    public static bool IsExact(KeyTemplateHole hole, bool isUpper, bool isInclusive)
        => hole.Order == KeyOrder.Strict && (hole.Shape.Width > 0 || !isUpper || isInclusive);

    public override SortConditionKind Write(ItemBuilder builder, AttributeName first, AttributeName second, in KeyBinding binding)
    {
        var writer = new KeyTextWriter(stackalloc char[256]);
        try
        {
            if (!TryAppendLowerEnd(ref writer, binding))
            {
                return SortConditionKind.Never;
            }

            builder.WriteName(first);
            builder.WriteString(writer.Text);
            writer.Clear();
            if (!TryAppendUpperEnd(ref writer, binding))
            {
                return SortConditionKind.Never;
            }

            builder.WriteName(second);
            builder.WriteString(writer.Text);
            return SortConditionKind.Between;
        }
        finally
        {
            writer.Dispose();
        }
    }

    public override void Print(PlanTextBuilder text)
    {
        text.Append("BETWEEN ");
        PrintEnd(text, lower, lower is { IsInclusive: false } && _hole.Shape is { Width: > 0, Order: KeyOrder.Strict }, TryAppendLowerEnd);
        text.Append(" AND ");
        PrintEnd(text, upper, upper is null || (upper.IsInclusive && HasMoreText), TryAppendUpperEnd);
    }

    // With values, what is printed is what is sent; without, the names of the parameters stand in their places.
    private void PrintEnd(PlanTextBuilder text, RangeBound? bound, bool hasMaxText, AppendEnd append)
    {
        text.BeginText();
        var writer = new KeyTextWriter(stackalloc char[256]);
        if (slots.All(text.HasValueOf) && (bound is null || text.HasValueOf(bound.Slot)) && append(ref writer, text.Binding))
        {
            text.AppendKeyText(writer.Text);
        }
        else
        {
            text.AppendTemplate(Component.Template, slots.AsSpan());
            if (bound is not null)
            {
                text.AppendHole(_hole, bound.Slot);
            }

            text.AppendKeyText(hasMaxText ? KeyTextWriter.MaxText : "");
        }

        writer.Dispose();
        text.EndText();
    }

    private delegate bool AppendEnd(ref KeyTextWriter writer, in KeyBinding binding);

    private bool TryAppendLowerEnd(ref KeyTextWriter writer, in KeyBinding binding)
    {
        if (!TemplateText.TryAppend(ref writer, Component.Template, slots.AsSpan(), binding) || !TryAppendLower(ref writer, binding))
        {
            return false;
        }

        if (writer.Text.IsEmpty)
        {
            // The service takes no empty text; this is the least that is not empty.
            writer.AppendLiteral("\0");
        }

        return true;
    }

    private bool TryAppendUpperEnd(ref KeyTextWriter writer, in KeyBinding binding)
        => TemplateText.TryAppend(ref writer, Component.Template, slots.AsSpan(), binding) && TryAppendUpper(ref writer, binding);

    // Whether a key goes on after the compared chars of the hole, so that no key ends there.
    private bool HasMoreText => !_hole.IsLast || _hole.FollowingLiteral.Length > 0 || _hole.Shape.OptionalSuffix != '\0';

    private bool TryAppendLower(ref KeyTextWriter writer, in KeyBinding binding)
    {
        if (lower is null)
        {
            return true;
        }

        var value = TemplateText.Resolve(lower.Slot, binding);
        if (value is null)
        {
            return false;
        }

        if (_hole.Shape.Width == 0)
        {
            writer.AppendLiteral((string)value); // the only type without a width that has an order
            writer.AppendLiteral(lower.IsInclusive ? "" : "\0");
            return true;
        }

        if (!TryAppendFixed(ref writer, value))
        {
            // No key is above a number with too many digits, every key is above a negative one.
            return IsNegative(value);
        }

        writer.AppendLiteral(lower.IsInclusive || _hole.Shape.Order != KeyOrder.Strict ? "" : KeyTextWriter.MaxText);
        return true;
    }

    private bool TryAppendUpper(ref KeyTextWriter writer, in KeyBinding binding)
    {
        if (upper is null)
        {
            writer.AppendLiteral(KeyTextWriter.MaxText);
            return true;
        }

        var value = TemplateText.Resolve(upper.Slot, binding);
        if (value is null or "")
        {
            return false;
        }

        if (_hole.Shape.Width == 0)
        {
            writer.AppendLiteral((string)value); // the only type without a width that has an order
            return true;
        }

        if (!TryAppendFixed(ref writer, value))
        {
            writer.AppendLiteral(KeyTextWriter.MaxText);
            return !IsNegative(value);
        }

        AppendUpperEnd(ref writer, upper.IsInclusive || _hole.Shape.Order != KeyOrder.Strict);
        return true;
    }

    private void AppendUpperEnd(ref KeyTextWriter writer, bool isInclusive)
    {
        if (isInclusive)
        {
            writer.AppendLiteral(HasMoreText ? KeyTextWriter.MaxText : "");
            return;
        }

        if (!_hole.IsLast || _hole.FollowingLiteral.Length > 0)
        {
            // A key with this value is longer, and so above the bound.
            return;
        }

        // A key may end right here. Below it, among texts of this width, are those with a smaller last char.
        var last = (char)(writer.Text[^1] - 1);
        writer.Truncate(writer.Text.Length - 1);
        writer.AppendLiteral([last]);
        writer.AppendLiteral(KeyTextWriter.MaxText);
    }

    // The optional suffix (a DateTime's "Z") is left out: it says nothing about the order.
    private bool TryAppendFixed(ref KeyTextWriter writer, object value)
    {
        var start = writer.Text.Length;
        if (!writer.TryAppendHole(_hole, value))
        {
            return false;
        }

        writer.Truncate(start + _hole.Shape.Width);
        return true;
    }

    private static bool IsNegative(object value)
        => value switch
        {
            sbyte v => v < 0,
            short v => v < 0,
            int v => v < 0,
            long v => v < 0,
            _ => false,
        };
}
