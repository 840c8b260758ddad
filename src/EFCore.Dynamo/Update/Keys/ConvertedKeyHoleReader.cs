using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata.Internal;

namespace EFCore.Dynamo.Update.Keys;

/// <summary>Reads a property whose own type has no text, through its value converter. Boxes, as converters of unknown types do.</summary>
internal sealed class ConvertedKeyHoleReader(KeyHole hole) : KeyHoleReader
{
    /// <inheritdoc />
    public override bool HasValue(InternalEntryBase entry, bool original) => Convert(entry, original) is not null;

    /// <inheritdoc />
    public override void Append(ref KeyTextWriter writer, InternalEntryBase entry, bool original)
        => writer.AppendHole(hole.Hole, Convert(entry, original));

    private object? Convert(InternalEntryBase entry, bool original)
    {
        var value = original && hole.Property.GetOriginalValueIndex() >= 0 ? entry.GetOriginalValue(hole.Property) : entry.GetCurrentValue(hole.Property);
        return value is null ? null : hole.Converter!.ConvertToProvider(value); // Create makes this reader only for a hole with a converter
    }
}
