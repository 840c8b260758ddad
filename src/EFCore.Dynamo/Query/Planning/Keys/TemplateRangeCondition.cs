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
            if (!TemplateText.TryAppend(ref writer, Component.Template, slots.AsSpan(), binding))
            {
                return SortConditionKind.Never;
            }

            var prefixLength = writer.Text.Length;
            if (!TryAppendLower(ref writer, binding))
            {
                return SortConditionKind.Never;
            }

            if (writer.Text.IsEmpty)
            {
                // The service takes no empty text; this is the least that is not empty.
                writer.AppendLiteral("\0");
            }

            builder.WriteName(first);
            builder.WriteString(writer.Text);
            writer.Truncate(prefixLength);
            if (!TryAppendUpper(ref writer, binding))
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
        text.BeginText();
        text.AppendTemplate(Component.Template, slots.AsSpan());
        if (lower is not null)
        {
            text.AppendHole(_hole, lower.Slot);
            if (!lower.IsInclusive && _hole.Shape.Width > 0 && _hole.Shape.Order == KeyOrder.Strict)
            {
                text.Append("\\uFFFF");
            }
        }

        text.EndText();
        text.Append(" AND ");
        text.BeginText();
        text.AppendTemplate(Component.Template, slots.AsSpan());
        if (upper is not null)
        {
            text.AppendHole(_hole, upper.Slot);
        }

        if (upper is null || (upper.IsInclusive && HasMoreText))
        {
            text.Append("\\uFFFF");
        }

        text.EndText();
    }

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
