using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Update.Attributes;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;

namespace EFCore.Dynamo.Update.Keys;

/// <summary>Reads a property of a reference type, or of a value type that is not nullable.</summary>
internal sealed class KeyHoleReader<T>(KeyHole hole) : KeyHoleReader
{
    /// <inheritdoc />
    public override bool HasValue(InternalEntryBase entry, bool original) => entry.GetValue<T>(hole.Property, original) is not null;

    /// <inheritdoc />
    public override void Append(ref KeyTextWriter writer, InternalEntryBase entry, bool original)
        => writer.AppendHole(hole.Hole, entry.GetValue<T>(hole.Property, original));
}
