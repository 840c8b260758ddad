using System.Buffers.Text;
using System.Globalization;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Times;

/// <summary>
///     Instants as S in UTC, and their offset after it: <c>2026-01-31T18:29:59.1234567Z+05:30</c> is midnight in Mumbai. The order of the texts is the order
///     of the instants, which ISO 8601's own form with an offset does not keep.
/// </summary>
/// <remarks>
///     An offset of zero is left out. In a key, where equal instants must be one text, every offset is: the value comes back in UTC.
///     Values are compared as .NET compares them, by their instants: the texts without an offset and with the greatest in their order bound all that equals a
///     value.
/// </remarks>
internal sealed class DateTimeOffsetCodec : AttributeValueCodec<DateTimeOffset>
{
    private const int InstantLength = 28;
    private const int OffsetLength = 6;

    public static readonly DateTimeOffsetCodec Instance = new(isKey: false);
    public static readonly DateTimeOffsetCodec Key = new(isKey: true);

    private readonly bool _isKey;

    private DateTimeOffsetCodec(bool isKey) => _isKey = isKey;

    // '-' comes after '+', and no offset is further from UTC.
    private static ReadOnlySpan<byte> LastOffset => "-14:00"u8;

    public override AttributeType AttributeType => AttributeType.String;

    public override bool IsOrderPreserving => true;

    internal override bool IsCanonical => _isKey;

    internal override bool HasBounds => !_isKey;

    internal override AttributeValueCodec ForKeys => Key;

    public override void Write(ItemBuilder builder, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[InstantLength + OffsetLength];
        WriteInstant(text, value);
        builder.WriteUtf8String(
            text[..(_isKey || value.Offset == TimeSpan.Zero ? InstantLength : InstantLength + WriteOffset(text[InstantLength..], value.Offset))]);
    }

    public override DateTimeOffset Read(AttributeValueSpan value)
    {
        var text = value.GetUtf8String();
        if (!Utf8Parser.TryParse(text, out DateTime time, out var consumed, 'O') || time.Kind != DateTimeKind.Utc
            || !TryReadOffset(text[consumed..], out var offset))
        {
            var foreign = DateTimeOffset.Parse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            return _isKey ? foreign.ToUniversalTime() : foreign;
        }

        return _isKey || offset == TimeSpan.Zero ? new DateTimeOffset(time, TimeSpan.Zero) : new DateTimeOffset(time, TimeSpan.Zero).ToOffset(offset);
    }

    internal override void WriteComparandBoxed(ItemBuilder builder, object value, Comparand comparand)
    {
        Span<byte> text = stackalloc byte[InstantLength + OffsetLength];
        WriteInstant(text, (DateTimeOffset)value);
        LastOffset.CopyTo(text[InstantLength..]);
        builder.WriteUtf8String(comparand == Comparand.Upper && !_isKey ? text : text[..InstantLength]);
    }

    private static void WriteInstant(Span<byte> text, DateTimeOffset value)
        => Utf8Formatter.TryFormat(value.UtcDateTime, text, out _, 'O');

    private static int WriteOffset(Span<byte> text, TimeSpan offset)
    {
        text[0] = offset < TimeSpan.Zero ? (byte)'-' : (byte)'+';
        Utf8Formatter.TryFormat(Math.Abs(offset.Hours), text[1..], out _, new('D', 2));
        text[3] = (byte)':';
        Utf8Formatter.TryFormat(Math.Abs(offset.Minutes), text[4..], out _, new('D', 2));
        return OffsetLength;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length != OffsetLength || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || !Utf8Parser.TryParse(text[1..3], out int hours, out var hourLength) || hourLength != 2
            || !Utf8Parser.TryParse(text[4..], out int minutes, out var minuteLength) || minuteLength != 2)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -offset : offset;
        return true;
    }
}
