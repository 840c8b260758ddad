using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;

namespace EFCore.Dynamo.Update.Keys;

/// <summary>Writes a key attribute that is the text of a template.</summary>
internal sealed class TextKeyWriter : KeyWriter
{
    private readonly KeyTemplateSegment[] _segments;
    private readonly KeyHoleReader[] _holes;

    /// <summary>Builds the readers of the template's holes.</summary>
    public TextKeyWriter(KeyComponent component)
        : base(component)
    {
        _segments = [.. component.Template.Segments];
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
    {
        var writer = new KeyTextWriter(stackalloc char[256]);
        try
        {
            foreach (var segment in _segments)
            {
                if (segment.Literal is { } literal)
                {
                    writer.AppendLiteral(literal);
                }
                else if (segment.Hole is { } hole)
                {
                    _holes[hole.Index].Append(ref writer, entry, original);
                }
            }

            builder.WriteString(writer.Text);
        }
        finally
        {
            writer.Dispose();
        }
    }
}
