using System.Collections.Immutable;
using System.Text;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Where a value is in an item: an attribute's name, then map entries and list indexes.</summary>
/// <remarks>Two paths are equal when their segments are. The text is for people: it does not escape dots in names.</remarks>
internal sealed class DocumentPath : IEquatable<DocumentPath>
{
    private DocumentPath(ImmutableArray<AttributePathSegment> segments)
        => Segments = segments;

    /// <summary>At least one; the first is always a <see cref="NameSegment" />.</summary>
    public ImmutableArray<AttributePathSegment> Segments { get; }

    /// <summary>The name of the top-level attribute.</summary>
    public string RootName
        => ((NameSegment)Segments[0]).Name;

    /// <summary>True for an attribute of the item itself; only such an attribute can be part of a key.</summary>
    public bool IsTopLevel
        => Segments.Length == 1;

    /// <summary>The path one step further up; null for an attribute of the item itself.</summary>
    public DocumentPath? Parent
        => IsTopLevel ? null : new(Segments[..^1]);

    /// <summary>The path of a top-level attribute.</summary>
    public static DocumentPath Root(string name)
        => new([new NameSegment(name)]);

    /// <summary>The path one step further down.</summary>
    public DocumentPath Append(AttributePathSegment segment)
        => new(Segments.Add(segment));

    /// <summary>The path one step further down, into a map.</summary>
    public DocumentPath Append(string name)
        => Append(new NameSegment(name));

    /// <summary>The same path in a map of an item.</summary>
    public DocumentPath Prepend(string name)
        => new([new NameSegment(name), .. Segments]);

    /// <summary>The same path from the map that its first step leads to; null where that map is all it names.</summary>
    public DocumentPath? WithoutRoot()
        => Segments.Length == 1 ? null : new(Segments.RemoveAt(0));

    /// <inheritdoc />
    public bool Equals(DocumentPath? other)
        => other is not null && Segments.AsSpan().SequenceEqual(other.Segments.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj)
        => Equals(obj as DocumentPath);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var segment in Segments)
        {
            hash.Add(segment);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var text = new StringBuilder(RootName);
        for (var i = 1; i < Segments.Length; i++)
        {
            _ = Segments[i] switch
            {
                NameSegment name => text.Append('.').Append(name.Name),
                IndexSegment index => text.Append('[').Append(index.Index).Append(']'),
                ParameterSegment { IsIndex: true } parameter => text.Append("[@").Append(parameter.ParameterName).Append(']'),
                ParameterSegment parameter => text.Append(".@").Append(parameter.ParameterName),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        return text.ToString();
    }
}
