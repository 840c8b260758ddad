using System.Collections.Immutable;
using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary><c>begins_with</c> on a sort key that is the text of a template: its first holes, and perhaps the start of the next.</summary>
/// <param name="component">The sort key attribute.</param>
/// <param name="slots">The values of the first holes; none leaves the literal that the template starts with.</param>
/// <param name="start">What the next hole's text starts with; null where nothing is known.</param>
internal sealed class TemplatePrefixCondition(KeyComponent component, ImmutableArray<ValueSlot> slots, ValueSlot? start) : SortCondition(component)
{
    /// <summary>Whether it says no more than which entity type the items are.</summary>
    public bool IsTypePrefix => slots.IsEmpty && start is null;

    public override double Selectivity => IsTypePrefix ? 0.5 : 0.1;

    public override SortConditionKind Write(ItemBuilder builder, AttributeName first, AttributeName second, in KeyBinding binding)
    {
        var writer = new KeyTextWriter(stackalloc char[256]);
        try
        {
            if (!TemplateText.TryAppend(ref writer, Component.Template, slots.AsSpan(), binding))
            {
                return SortConditionKind.Never;
            }

            if (start is not null)
            {
                if (start.Resolve(binding) is not string text)
                {
                    return SortConditionKind.Never;
                }

                writer.AppendLiteral(text);
            }

            if (writer.Text.IsEmpty)
            {
                return SortConditionKind.None;
            }

            builder.WriteName(first);
            builder.WriteString(writer.Text);
            return SortConditionKind.BeginsWith;
        }
        finally
        {
            writer.Dispose();
        }
    }

    public override void Print(PlanTextBuilder text)
    {
        text.Append("BEGINS WITH ");
        text.BeginText();
        text.AppendTemplate(Component.Template, slots.AsSpan());
        if (start is not null)
        {
            text.AppendSlot(start);
        }

        text.EndText();
    }
}
