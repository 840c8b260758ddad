using System.Buffers.Text;
using System.Globalization;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Times;

/// <summary>Times as S: <c>2026-01-31T23:59:59.1234567Z</c>, always seven decimals, so that the order of the texts is the order of the times.</summary>
/// <remarks>
///     <para>A time of kind Local is stored, and comes back, in UTC: a text must not depend on the machine's zone. A time of unspecified kind is stored without
///     the <c>Z</c> and comes back unspecified; in a key, where equal times must be one text, it is stored with it and comes back as UTC.</para>
///     <para>Values are compared as C# compares them, by their ticks whatever their kind: the text without the <c>Z</c> and the one with it bound all that
///     equals a value.</para>
/// </remarks>
internal sealed class DateTimeCodec : AttributeValueCodec<DateTime>
{
    private const int MaxTextLength = 33;

    public static readonly DateTimeCodec Instance = new(isKey: false);
    public static readonly DateTimeCodec Key = new(isKey: true);

    private readonly bool _isKey;

    private DateTimeCodec(bool isKey) => _isKey = isKey;

    public override AttributeType AttributeType => AttributeType.String;

    public override bool IsOrderPreserving => true;

    internal override bool IsCanonical => _isKey;

    internal override bool HasBounds => !_isKey;

    internal override AttributeValueCodec ForKeys => Key;

    public override void Write(ItemBuilder builder, DateTime value)
        => WriteText(
            builder,
            value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : _isKey ? DateTime.SpecifyKind(value, DateTimeKind.Utc) : value);

    public override DateTime Read(AttributeValueSpan value)
    {
        var text = value.GetUtf8String();
        if (!Utf8Parser.TryParse(text, out DateTime time, out var consumed, 'O') || consumed != text.Length)
        {
            time = DateTime.Parse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        }

        return time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : _isKey ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time;
    }

    internal override void WriteComparandBoxed(ItemBuilder builder, object value, Comparand comparand)
        => WriteText(builder, DateTime.SpecifyKind((DateTime)value, comparand == Comparand.Lower && !_isKey ? DateTimeKind.Unspecified : DateTimeKind.Utc));

    private static void WriteText(ItemBuilder builder, DateTime value)
    {
        Span<byte> text = stackalloc byte[MaxTextLength];
        Utf8Formatter.TryFormat(value, text, out var length, 'O');
        builder.WriteUtf8String(text[..length]);
    }
}
