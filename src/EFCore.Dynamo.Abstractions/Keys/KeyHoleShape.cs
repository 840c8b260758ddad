namespace EFCore.Dynamo.Keys;

/// <summary>What the texts of one hole look like, known from its CLR type and format alone.</summary>
/// <param name="Order">Whether the texts sort like the values.</param>
/// <param name="Width">The length in chars that all texts share; 0 where it varies.</param>
/// <param name="OptionalSuffix">One more char that some texts have (the <c>Z</c> of a UTC <see cref="DateTime" />); <c>'\0'</c> where there is none.</param>
/// <param name="IsInjective">Whether two values are equal exactly when their texts are; otherwise a key says less than its values.</param>
/// <param name="IsNonNegativeInteger">Zero-padded digits: a negative or too long number has no place in the order and is refused.</param>
public readonly record struct KeyHoleShape(
    KeyOrder Order, int Width = 0, char OptionalSuffix = '\0', bool IsInjective = false, bool IsNonNegativeInteger = false)
{
    /// <summary>Whether a text's end is known without looking at what follows it.</summary>
    public bool IsSelfDelimiting => Width > 0;

    /// <summary>The shape of values of a type under a format.</summary>
    /// <param name="clrType">The type of the hole's value; its nullability does not matter.</param>
    /// <param name="format">The .NET format string; null or empty for the type's own text.</param>
    public static KeyHoleShape Of(Type clrType, string? format)
    {
        ArgumentNullException.ThrowIfNull(clrType);
        var type = Nullable.GetUnderlyingType(clrType) ?? clrType;
        var shape = OfType(type, format ?? "");
        return shape with { IsInjective = shape.Order == KeyOrder.Strict || (string.IsNullOrEmpty(format) && HasExactText(type)) };
    }

    /// <summary>The length of the text that <paramref name="text" /> starts with.</summary>
    /// <returns>The length, or −1 where it is too short or the width varies.</returns>
    internal int MatchLength(ReadOnlySpan<char> text)
    {
        if (Width == 0 || text.Length < Width)
        {
            return -1;
        }

        return OptionalSuffix != '\0' && text.Length > Width && text[Width] == OptionalSuffix ? Width + 1 : Width;
    }

    private static KeyHoleShape OfType(Type type, string format)
    {
        if (type == typeof(string))
        {
            return new(KeyOrder.Strict);
        }

        if (type == typeof(Guid))
        {
            return format is "" or "D" or "d" ? new(KeyOrder.Strict, 36) : format is "N" or "n" ? new(KeyOrder.Strict, 32) : default;
        }

        if (type == typeof(char))
        {
            return new(KeyOrder.Strict, 1);
        }

        if (MaxDigits(type) is var maxDigits and > 0)
        {
            return OfInteger(maxDigits, format);
        }

        return type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly)
            ? DateFormatShape.Of(type, format)
            : default;
    }

    // Types whose text without a format says all of the value, and the same for equal values.
    private static bool HasExactText(Type type)
        => type.IsEnum || MaxDigits(type) > 0 || type == typeof(bool) || type == typeof(decimal) || type == typeof(double) || type == typeof(float)
            || type == typeof(TimeSpan) || type == typeof(DateOnly);

    private static int MaxDigits(Type type)
        => type.IsEnum
            ? 0
            : Type.GetTypeCode(type) switch
            {
                TypeCode.Byte or TypeCode.SByte => 3,
                TypeCode.Int16 or TypeCode.UInt16 => 5,
                TypeCode.Int32 or TypeCode.UInt32 => 10,
                TypeCode.Int64 => 19,
                TypeCode.UInt64 => 20,
                _ => 0,
            };

    // A width below the type's longest number is still kept: longer numbers are refused when the key is written.
    private static KeyHoleShape OfInteger(int maxDigits, string format)
    {
        var width = format.Length == 0
            ? 0
            : format[0] is 'D' or 'd' && int.TryParse(format.AsSpan(1), out var digits)
                ? digits
                : format.AsSpan().TrimStart('0').IsEmpty ? format.Length : 0;
        return width >= 2 || (width == 1 && maxDigits == 1) ? new(KeyOrder.Strict, width, IsNonNegativeInteger: true) : default;
    }
}
