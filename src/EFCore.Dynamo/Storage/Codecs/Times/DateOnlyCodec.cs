using System.Globalization;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Times;

/// <summary>Dates as S: <c>2026-01-31</c>.</summary>
internal sealed class DateOnlyCodec : AttributeValueCodec<DateOnly>
{
    public static readonly DateOnlyCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.String;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, DateOnly value)
    {
        Span<char> text = stackalloc char[10];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        builder.WriteString(text[..length]);
    }

    public override DateOnly Read(AttributeValueSpan value)
    {
        Span<char> text = stackalloc char[10];
        return System.Text.Encoding.UTF8.TryGetChars(value.GetUtf8String(), text, out var length)
            ? DateOnly.ParseExact(text[..length], "O", CultureInfo.InvariantCulture)
            : throw new FormatException($"The text \"{value.GetString()}\" is not a date such as 2026-01-31.");
    }
}
