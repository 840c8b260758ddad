using System.Linq.Expressions;
using System.Text;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Keys;

/// <summary>How a key attribute is made from an entity's properties: literals and holes, <c>ORDER#{PlacedAt:O}#{Id:D10}</c>.</summary>
/// <remarks>
///     <para>
///         The provider computes keys from it and reasons backwards from it: which holes a query binds, whether a bound prefix is a range of keys, which
///         values a key holds. For that a key must name its values unambiguously: a hole's text is never empty and never contains the literal that follows it
///         (<see cref="KeyTextWriter.AppendHole{T}" /> refuses such a value), and two holes side by side need a fixed width in the first
///         (<see cref="FindAmbiguity" />).
///     </para>
///     <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class KeyTemplate : IEquatable<KeyTemplate>
{
    private readonly KeyTemplateSegment[] _segments;
    private readonly KeyTemplateHole[] _holes;
    private readonly string _text;

    private KeyTemplate(List<KeyTemplatePart> parts)
    {
        (_segments, _holes) = CreateSegments(Merge(parts));
        _text = string.Concat(_segments.Select(s => s.ToString()));
        LiteralPrefix = _segments[0].Literal ?? "";
    }

    /// <summary>Literals and holes from left to right; no two literals side by side.</summary>
    public IReadOnlyList<KeyTemplateSegment> Segments => _segments;

    /// <summary>The holes from left to right.</summary>
    public IReadOnlyList<KeyTemplateHole> Holes => _holes;

    /// <summary>Whether it is one bare property, <c>{Id}</c>: the key attribute then is that property's attribute and keeps its type.</summary>
    /// <remarks><c>x => x.Id</c> is the bare property; <c>x => $"{x.Id}"</c>, in string form <c>{Id:}</c>, is its text.</remarks>
    public bool IsSingleProperty => _segments is [{ Hole.Format: null }];

    /// <summary>Whether it has no holes: the same text for every entity.</summary>
    public bool IsConstant => _holes.Length == 0;

    /// <summary>The text before the first hole; empty where it starts with one.</summary>
    public string LiteralPrefix { get; }

    /// <summary>Reads the string form.</summary>
    /// <param name="template">Literals and <c>{Member.Path:format}</c>; <c>{{</c> and <c>}}</c> stand for braces.</param>
    /// <exception cref="KeyTemplateException">It is no template; the text says where and what to write.</exception>
    public static KeyTemplate Parse(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return new(KeyTemplateStringParser.Parse(template));
    }

    /// <summary>Reads a lambda.</summary>
    /// <param name="lambda">
    ///     From an entity to a property, a constant string, an interpolated string, a concatenation, or <c>ToString("format")</c> of a property. Variables are
    ///     read now, once.
    /// </param>
    /// <exception cref="KeyTemplateException">It holds something else; the text names it.</exception>
    public static KeyTemplate FromExpression(LambdaExpression lambda)
    {
        ArgumentNullException.ThrowIfNull(lambda);
        var parts = KeyTemplateLambdaParser.Parse(lambda);
        return parts.Count == 0
            ? throw new KeyTemplateException($"The key template '{lambda}' is empty; a key attribute has at least one character.")
            : new(parts);
    }

    /// <summary>The template of one bare property.</summary>
    /// <param name="memberPath">The property's name, or the dotted path to it.</param>
    /// <param name="clrType">The type of its values, where known.</param>
    public static KeyTemplate ForProperty(string memberPath, Type? clrType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(memberPath);
        return new([new(null, memberPath, null, clrType)]);
    }

    /// <summary>The same template with the types of its holes, from which widths and orders follow.</summary>
    /// <param name="findType">By member path, the type whose values are formatted; null where it is unknown.</param>
    public KeyTemplate WithTypes(Func<string, Type?> findType)
    {
        ArgumentNullException.ThrowIfNull(findType);
        return new([.. _segments.Select(s => s.Hole is { } hole
            ? new KeyTemplatePart(null, hole.MemberPath, hole.Format, findType(hole.MemberPath) ?? hole.ClrType)
            : new(s.Literal))]);
    }

    /// <summary>The key of given values.</summary>
    /// <param name="values">One value a hole, in order.</param>
    /// <exception cref="ArgumentException">The number of values is not the number of holes.</exception>
    /// <exception cref="KeyTemplateException">A value cannot be part of a key; see <see cref="KeyTextWriter.AppendHole{T}" />.</exception>
    public string Format(params ReadOnlySpan<object?> values)
    {
        var writer = new KeyTextWriter(stackalloc char[256]);
        try
        {
            WriteValues(ref writer, values, isWhole: true);
            return writer.Text.ToString();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Writes the key of given values as UTF-8.</summary>
    /// <inheritdoc cref="Format" />
    /// <param name="utf8Destination">Where to; untouched past <paramref name="bytesWritten" />.</param>
    /// <param name="bytesWritten">The length of the key; 0 where it does not fit.</param>
    /// <param name="values">One value a hole, in order.</param>
    /// <returns>False where the destination is too short.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, params ReadOnlySpan<object?> values)
    {
        var writer = new KeyTextWriter(stackalloc char[256]);
        try
        {
            WriteValues(ref writer, values, isWhole: true);
            return Encoding.UTF8.TryGetBytes(writer.Text, utf8Destination, out bytesWritten);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>What all keys share whose first holes have given values: those holes, and the literals around them.</summary>
    /// <param name="values">Values of the first holes; none gives <see cref="LiteralPrefix" />, all give the key.</param>
    /// <exception cref="ArgumentException">There are more values than holes.</exception>
    /// <exception cref="KeyTemplateException">A value cannot be part of a key; see <see cref="KeyTextWriter.AppendHole{T}" />.</exception>
    public KeyPrefix FormatPrefix(params ReadOnlySpan<object?> values)
    {
        var writer = new KeyTextWriter(stackalloc char[256]);
        try
        {
            WriteValues(ref writer, values, isWhole: false);
            return new(writer.Text.ToString(), values.Length == _holes.Length, IsPrefixExact(values.Length));
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Writes the key whose first holes have the values of a source, up to the first hole without one.</summary>
    /// <param name="writer">Where to; it is appended to.</param>
    /// <param name="source">Gives the values.</param>
    /// <param name="boundHoles">How many holes have one, from the left; as many as there are gives the whole key.</param>
    /// <returns>False where the source has no text for a hole; what was written then is no key.</returns>
    public bool TryWriteTo<TSource>(ref KeyTextWriter writer, TSource source, int boundHoles)
        where TSource : IKeyHoleSource, allows ref struct
    {
        foreach (ref readonly var segment in _segments.AsSpan())
        {
            if (segment.Hole is not { } hole)
            {
                writer.AppendLiteral(segment.Literal);
            }
            else if (hole.Index >= boundHoles)
            {
                return true;
            }
            else if (!source.TryAppend(ref writer, hole))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes the whole key as a string value.</summary>
    /// <param name="builder">Where to: behind the name of the key's attribute.</param>
    /// <param name="source">Gives the values of all holes.</param>
    /// <returns>False, with nothing written, where the source has no text for a hole.</returns>
    public bool TryWriteTo<TSource>(ItemBuilder builder, TSource source)
        where TSource : IKeyHoleSource, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(builder);
        var writer = new KeyTextWriter(stackalloc char[256]);
        try
        {
            var isWritten = TryWriteTo(ref writer, source, _holes.Length);
            if (isWritten)
            {
                builder.WriteString(writer.Text);
            }

            return isWritten;
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Whether "starts with the prefix of the first holes" says exactly that these holes have those values.</summary>
    /// <param name="boundHoles">How many holes are bound, from the left.</param>
    public bool IsPrefixExact(int boundHoles) => boundHoles == 0 || _holes[boundHoles - 1].IsDelimited;

    /// <summary>Reads a key backwards.</summary>
    /// <param name="key">A key that may have come from this template.</param>
    /// <param name="texts">One text a hole, in order; empty on failure.</param>
    /// <returns>Whether the key has the template's form.</returns>
    /// <exception cref="KeyTemplateException">The template is ambiguous; see <see cref="FindAmbiguity" />.</exception>
    public bool TryMatch(string key, out string[] texts)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<Range> ranges = stackalloc Range[_holes.Length];
        if (!TryMatch(key, ranges))
        {
            texts = [];
            return false;
        }

        texts = new string[_holes.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = key[ranges[i]];
        }

        return true;
    }

    /// <inheritdoc cref="TryMatch(string, out string[])" />
    /// <param name="key">A key that may have come from this template.</param>
    /// <param name="holes">Where each hole's text lies in the key; one a hole.</param>
    public bool TryMatch(ReadOnlySpan<char> key, Span<Range> holes)
        => FindAmbiguity() is { } ambiguity ? throw new KeyTemplateException(ambiguity) : KeyTemplateMatcher.TryMatch(_segments, key, holes);

    /// <summary>Whether different values could give one key.</summary>
    /// <returns>A sentence that names the holes and the fix; null where each key has one reading.</returns>
    public string? FindAmbiguity()
    {
        foreach (var hole in _holes)
        {
            if (!hole.IsDelimited)
            {
                return $"In the key template \"{_text}\" nothing separates {hole} from {_holes[hole.Index + 1]}, and its texts have no fixed width: "
                    + "put a literal such as '#' between them, or use a fixed-width format such as ':D10'.";
            }
        }

        return null;
    }

    /// <summary>Whether no key can come from both templates.</summary>
    /// <param name="other">The template of another entity type for the same attribute.</param>
    /// <returns>False where it cannot be told.</returns>
    public bool IsDisjointFrom(KeyTemplate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsConstant || other.IsConstant)
        {
            var (constant, template) = IsConstant ? (this, other) : (other, this);
            return template.IsConstant
                ? !string.Equals(constant.LiteralPrefix, template.LiteralPrefix, StringComparison.Ordinal)
                : !template.CanMatch(constant.LiteralPrefix);
        }

        var shorter = Math.Min(LiteralPrefix.Length, other.LiteralPrefix.Length);
        return !LiteralPrefix.AsSpan(0, shorter).SequenceEqual(other.LiteralPrefix.AsSpan(0, shorter));
    }

    /// <summary>The string form; <see cref="Parse" /> gives the template back.</summary>
    public override string ToString() => _text;

    /// <inheritdoc />
    public bool Equals(KeyTemplate? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as KeyTemplate);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    private bool CanMatch(string key)
        => FindAmbiguity() is null
            ? KeyTemplateMatcher.TryMatch(_segments, key, stackalloc Range[_holes.Length])
            : key.StartsWith(LiteralPrefix, StringComparison.Ordinal);

    private void WriteValues(ref KeyTextWriter writer, ReadOnlySpan<object?> values, bool isWhole)
    {
        if (values.Length > _holes.Length || (isWhole && values.Length < _holes.Length))
        {
            throw new ArgumentException($"The key template \"{_text}\" has {_holes.Length} holes, but {values.Length} values were given.", nameof(values));
        }

        _ = TryWriteTo(ref writer, new BoxedValues(values), values.Length);
    }

    private static List<KeyTemplatePart> Merge(List<KeyTemplatePart> parts)
    {
        var merged = new List<KeyTemplatePart>(parts.Count);
        foreach (var part in parts)
        {
            if (part.Literal is not null && merged.Count > 0 && merged[^1].Literal is { } literal)
            {
                merged[^1] = new(literal + part.Literal);
            }
            else
            {
                merged.Add(part);
            }
        }

        return merged;
    }

    private static (KeyTemplateSegment[] Segments, KeyTemplateHole[] Holes) CreateSegments(List<KeyTemplatePart> parts)
    {
        var segments = new KeyTemplateSegment[parts.Count];
        var holes = new List<KeyTemplateHole>();
        var holeCount = parts.Count(p => p.MemberPath is not null);
        for (var i = 0; i < segments.Length; i++)
        {
            if (parts[i].MemberPath is not { } path)
            {
                segments[i] = new(parts[i].Literal!); // a part is one or the other
                continue;
            }

            var following = i + 1 < segments.Length ? parts[i + 1].Literal ?? "" : "";
            var hole = new KeyTemplateHole(holes.Count, path, parts[i].Format, following, holes.Count == holeCount - 1, parts[i].ClrType);
            holes.Add(hole);
            segments[i] = new(hole);
        }

        return (segments, [.. holes]);
    }

    private readonly ref struct BoxedValues(ReadOnlySpan<object?> values) : IKeyHoleSource
    {
        private readonly ReadOnlySpan<object?> _values = values;

        public bool TryAppend(ref KeyTextWriter writer, KeyTemplateHole hole)
        {
            writer.AppendHole(hole, _values[hole.Index]);
            return true;
        }
    }
}
