namespace EFCore.Dynamo.Keys;

/// <summary>A place in a key template that a property's value fills.</summary>
public sealed class KeyTemplateHole : IEquatable<KeyTemplateHole>
{
    internal KeyTemplateHole(int index, string memberPath, string? format, string followingLiteral, bool isLast, Type? clrType)
    {
        Index = index;
        MemberPath = memberPath;
        Format = format;
        FollowingLiteral = followingLiteral;
        IsLast = isLast;
        ClrType = clrType;
        Shape = clrType is null ? default : KeyHoleShape.Of(clrType, format);
    }

    /// <summary>The position among the template's holes, from 0.</summary>
    public int Index { get; }

    /// <summary>The property, or the dotted path to it through complex or owned types.</summary>
    public string MemberPath { get; }

    /// <summary>The .NET format string. Null means none was written, empty means "as text" (see <see cref="KeyTemplate.IsSingleProperty" />).</summary>
    public string? Format { get; }

    /// <summary>The text between this hole and the next, or the key's end; empty where nothing stands between.</summary>
    public string FollowingLiteral { get; }

    /// <summary>Whether no other hole follows.</summary>
    public bool IsLast { get; }

    /// <summary>The type of its values; null until the template was read from a lambda or given types.</summary>
    public Type? ClrType { get; }

    /// <summary>What its texts look like; without a type, nothing is known.</summary>
    public KeyHoleShape Shape { get; }

    /// <summary>Whether where its text ends can be told from the key: by its width, by what follows, or because the key ends.</summary>
    public bool IsDelimited => Shape.IsSelfDelimiting || FollowingLiteral.Length > 0 || IsLast;

    /// <summary>Whether a range of its values is a range of keys, given all holes before it.</summary>
    /// <remarks>
    ///     A text of varying width sorts like its value only at the key's end: <c>a</c> comes before <c>a!</c>, but <c>a#…</c> after <c>a!#…</c>.
    /// </remarks>
    public KeyOrder Order => Shape.Width > 0 || (IsLast && FollowingLiteral.Length == 0) ? Shape.Order : KeyOrder.None;

    /// <inheritdoc />
    public bool Equals(KeyTemplateHole? other)
        => other is not null
            && string.Equals(MemberPath, other.MemberPath, StringComparison.Ordinal)
            && string.Equals(Format, other.Format, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as KeyTemplateHole);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(MemberPath, Format);

    /// <summary>As it stands in the string form of the template.</summary>
    public override string ToString() => Format is null ? $"{{{MemberPath}}}" : $"{{{MemberPath}:{Format}}}";
}
