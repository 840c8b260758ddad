using System.Globalization;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Times;

/// <summary>Times of day as S: <c>23:59:59.1234567</c>, always seven decimals.</summary>
internal sealed class TimeOnlyCodec : AttributeValueCodec<TimeOnly>
{
    public static readonly TimeOnlyCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.String;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, TimeOnly value)
    {
        Span<char> text = stackalloc char[16];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        builder.WriteString(text[..length]);
    }

    public override TimeOnly Read(AttributeValueSpan value) => TimeOnly.Parse(value.GetString(), CultureInfo.InvariantCulture);
}
