using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;

namespace EFCore.Dynamo.Update.Keys;

/// <summary>Writes a key attribute that is the text of a template.</summary>
internal sealed class TextKeyWriter : KeyWriter
{
    private readonly KeyTemplate _template;
    private readonly KeyHoleReader[] _holes;

    /// <summary>Builds the readers of the template's holes.</summary>
    public TextKeyWriter(KeyComponent component)
        : base(component)
    {
        _template = component.Template;
        _holes = [.. component.Holes.Select(KeyHoleReader.Create)];
    }

    /// <inheritdoc />
    protected override bool HasValueCore(InternalEntryBase entry, bool original)
    {
        foreach (var hole in _holes)
        {
            if (!hole.HasValue(entry, original))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public override void WriteValue(ItemBuilder builder, InternalEntryBase entry, bool original)
        => _ = _template.TryWriteTo(builder, new EntryValues(_holes, entry, original));

    private readonly struct EntryValues(KeyHoleReader[] holes, InternalEntryBase entry, bool original) : IKeyHoleSource
    {
        public bool TryAppend(ref KeyTextWriter writer, KeyTemplateHole hole)
        {
            holes[hole.Index].Append(ref writer, entry, original);
            return true;
        }
    }
}
