using EFCore.Dynamo.Keys;

namespace EFCore.Dynamo.Query.Planning;

/// <summary>Writes the bound part of a template.</summary>
internal static class TemplateText
{
    /// <summary>Appends literals and holes up to the first hole without a slot.</summary>
    /// <returns>False where a value cannot be part of a key, so that no item has it.</returns>
    public static bool TryAppend(ref KeyTextWriter writer, KeyTemplate template, ReadOnlySpan<ValueSlot> slots, in KeyBinding binding)
    {
        var segments = template.Segments;
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            if (segment.Hole is not { } hole)
            {
                writer.AppendLiteral(segment.Literal);
            }
            else if (hole.Index >= slots.Length)
            {
                return true;
            }
            else if (!writer.TryAppendHole(hole, slots[hole.Index].Resolve(binding)))
            {
                return false;
            }
        }

        return true;
    }
}
