using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Layouts;

/// <summary>One attribute of a key of a table or index, and how an entity fills it.</summary>
public sealed class KeyComponent
{
    internal KeyComponent(string attributeName, KeyTemplate template, IReadOnlyList<KeyHole> holes, IProperty? property, AttributeValueCodec codec)
    {
        AttributeName = attributeName;
        Name = new AttributeName(attributeName);
        Template = template;
        Holes = holes;
        Property = property;
        Codec = codec;
    }

    /// <summary>The attribute's name in the item.</summary>
    public string AttributeName { get; }

    /// <summary>The same with its UTF-8 bytes.</summary>
    public AttributeName Name { get; }

    /// <summary>The template, its holes with their types.</summary>
    public KeyTemplate Template { get; }

    /// <summary>The template's holes in order, each bound to its property.</summary>
    public IReadOnlyList<KeyHole> Holes { get; }

    /// <summary>
    ///     The property whose value the attribute holds as it is: set exactly when the template is one bare property. Where it is null,
    ///     the attribute holds the text of the template.
    /// </summary>
    public IProperty? Property { get; }

    /// <summary>
    ///     Whether no property owns the attribute, so that writing the item must add it: a computed text, or a copy of a property under another name.
    /// </summary>
    public bool IsComputed { get; internal init; }

    /// <summary>The codec of <see cref="Property" />, or that of strings for a computed text.</summary>
    public AttributeValueCodec Codec { get; }

    /// <summary>S, N or B.</summary>
    public AttributeType AttributeType => Codec.AttributeType;

    /// <summary>The attribute's value for given values of the properties in the template.</summary>
    /// <param name="values">One a hole.</param>
    /// <returns>Null where one of them is null: the item is not in the index.</returns>
    internal object? FormatBoxed(object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Holes[i].Converter is { } converter && Property is null && values[i] is not null ? converter.ConvertToProvider(values[i]) : values[i];
            if (values[i] is null)
            {
                return null;
            }
        }

        return Property is null ? Template.Format(values) : values[0];
    }

    /// <summary>The attribute and its template, for people.</summary>
    public override string ToString() => $"{AttributeName} = \"{Template}\"";
}
