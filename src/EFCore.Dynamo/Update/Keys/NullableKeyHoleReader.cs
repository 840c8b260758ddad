using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Update.Attributes;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;

namespace EFCore.Dynamo.Update.Keys;

/// <summary>Reads a property of a nullable value type.</summary>
internal sealed class NullableKeyHoleReader<T>(KeyHole hole) : KeyHoleReader
    where T : struct
{
    /// <inheritdoc />
    public override bool HasValue(InternalEntryBase entry, bool original) => entry.GetValue<T?>(hole.Property, original).HasValue;

    /// <inheritdoc />
    public override void Append(ref KeyTextWriter writer, InternalEntryBase entry, bool original)
        => writer.AppendHole(hole.Hole, entry.GetValue<T?>(hole.Property, original).GetValueOrDefault());
}
