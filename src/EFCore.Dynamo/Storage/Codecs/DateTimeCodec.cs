using System.Buffers.Text;
using System.Globalization;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage;

/// <summary>Times as S: <c>2026-01-31T23:59:59.1234567Z</c>, always seven decimals, so that the order of the texts is the order of the times.</summary>
/// <remarks>
///     A time of kind Local is stored, and comes back, in UTC: a text must not depend on the machine's zone. A time of unspecified kind is stored without
///     the <c>Z</c> and comes back unspecified. Among times of one kind, order and equality of texts are those of the times.
/// </remarks>
internal sealed class DateTimeCodec : AttributeValueCodec<DateTime>
{
    private const int MaxTextLength = 33;

    public static readonly DateTimeCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.String;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, DateTime value)
    {
        if (value.Kind == DateTimeKind.Local)
        {
            value = value.ToUniversalTime();
        }

        Span<byte> text = stackalloc byte[MaxTextLength];
        Utf8Formatter.TryFormat(value, text, out var length, 'O');
        builder.WriteUtf8String(text[..length]);
    }

    public override DateTime Read(AttributeValueSpan value)
    {
        var text = value.GetUtf8String();
        if (!Utf8Parser.TryParse(text, out DateTime time, out var consumed, 'O') || consumed != text.Length)
        {
            time = DateTime.Parse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        }

        return time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;
    }
}
