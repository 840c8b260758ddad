using System.Collections.Immutable;
using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>A key attribute that is the text of a template, all holes bound.</summary>
internal sealed class TemplateKeyValue(KeyComponent component, ImmutableArray<ValueSlot> slots) : KeyValue(component)
{
    public override bool TryWrite(ItemBuilder builder, AttributeName name, in KeyBinding binding)
    {
        var writer = new KeyTextWriter(stackalloc char[256]);
        try
        {
            if (!TemplateText.TryAppend(ref writer, Component.Template, slots.AsSpan(), binding))
            {
                return false;
            }

            builder.WriteName(name);
            builder.WriteString(writer.Text);
            return true;
        }
        finally
        {
            writer.Dispose();
        }
    }

    public override void Print(PlanTextBuilder text)
    {
        text.BeginText();
        text.AppendTemplate(Component.Template, slots.AsSpan());
        text.EndText();
    }
}
