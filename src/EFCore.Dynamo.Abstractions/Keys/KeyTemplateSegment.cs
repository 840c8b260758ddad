namespace EFCore.Dynamo.Keys;

/// <summary>A part of a key template: a literal text or a hole.</summary>
public readonly struct KeyTemplateSegment : IEquatable<KeyTemplateSegment>
{
    internal KeyTemplateSegment(string literal) => Literal = literal;

    internal KeyTemplateSegment(KeyTemplateHole hole) => Hole = hole;

    /// <summary>The text, braces unescaped and never empty; null for a hole.</summary>
    public string? Literal { get; }

    /// <summary>The hole; null for a literal.</summary>
    public KeyTemplateHole? Hole { get; }

    /// <inheritdoc />
    public bool Equals(KeyTemplateSegment other) => string.Equals(Literal, other.Literal, StringComparison.Ordinal) && Equals(Hole, other.Hole);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is KeyTemplateSegment other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Literal, Hole);

    /// <summary>As it stands in the string form of the template.</summary>
    public override string ToString()
        => Hole?.ToString()
            ?? Literal?.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
            ?? "";
}
