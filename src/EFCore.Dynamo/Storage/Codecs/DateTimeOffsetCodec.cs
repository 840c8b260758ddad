using System.Buffers.Text;
using System.Globalization;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage;

/// <summary>Instants as S in UTC: <c>2026-01-31T23:59:59.1234567Z</c>, so that equal instants have equal texts and the order of texts is the order of instants.</summary>
/// <remarks>The offset is not kept, as .NET's own equality does not look at it either: a value comes back with offset zero.</remarks>
internal sealed class DateTimeOffsetCodec : AttributeValueCodec<DateTimeOffset>
{
    private const int MaxTextLength = 33;

    public static readonly DateTimeOffsetCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.String;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[MaxTextLength];
        Utf8Formatter.TryFormat(value.UtcDateTime, text, out var length, 'O');
        builder.WriteUtf8String(text[..length]);
    }

    public override DateTimeOffset Read(AttributeValueSpan value)
    {
        var text = value.GetUtf8String();
        return Utf8Parser.TryParse(text, out DateTime time, out var consumed, 'O') && consumed == text.Length && time.Kind == DateTimeKind.Utc
            ? new DateTimeOffset(time, TimeSpan.Zero)
            : DateTimeOffset.Parse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime();
    }
}
