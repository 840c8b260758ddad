namespace EFCore.Dynamo.Values;

/// <summary>An attribute name with its UTF-8 bytes, so that hot paths encode it once.</summary>
/// <remarks>Equal when the texts are (ordinal).</remarks>
public sealed class AttributeName : IEquatable<AttributeName>
{
    /// <summary>The longest name that the service takes, in UTF-8 bytes.</summary>
    public const int MaxBytes = 65_535;

    /// <summary>The service's text for a longer one.</summary>
    internal const string TooLarge = "1 validation error detected: Attribute name is too large, must be less than 65536 bytes";

    private readonly byte[] _utf8;

    /// <summary>Encodes a name.</summary>
    /// <exception cref="ArgumentException">The text is not valid UTF-16, or longer than <see cref="MaxBytes" /> in UTF-8.</exception>
    public AttributeName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        _utf8 = StrictUtf8.GetBytes(text);
        if (_utf8.Length > MaxBytes)
        {
            throw new ArgumentException(TooLarge, nameof(text));
        }
    }

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>The name in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <inheritdoc />
    public bool Equals(AttributeName? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AttributeName);

    /// <inheritdoc />
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Text;
}
