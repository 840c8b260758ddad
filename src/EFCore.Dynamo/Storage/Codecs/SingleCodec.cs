using System.Globalization;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Floats as N, in the shortest text that reads back to the same float: <c>0.1f</c> is <c>0.1</c>, not what a double makes of it.</summary>
/// <remarks>NaN and infinity are refused.</remarks>
internal sealed class SingleCodec : AttributeValueCodec<float>
{
    public static readonly SingleCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.Number;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, float value)
    {
        Span<byte> text = stackalloc byte[32];
        if (!float.IsFinite(value) || !value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture))
        {
            throw new ArgumentException($"DynamoDB has no number {value.ToString(CultureInfo.InvariantCulture)}.", nameof(value));
        }

        builder.WriteNumber(DynamoNumber.Parse(text[..length]));
    }

    internal override bool CanEqualBoxed(object value) => FloatingComparand.CanEqual((float)value);

    internal override void WriteComparandBoxed(ItemBuilder builder, object value, Comparand comparand)
    {
        if (!FloatingComparand.TryWrite(builder, (float)value))
        {
            Write(builder, (float)value);
        }
    }

    public override float Read(AttributeValueSpan value)
    {
        // By way of the text: rounding to a double first could round twice.
        Span<byte> text = stackalloc byte[DynamoNumber.MaxFormattedBytes];
        return value.GetNumber().TryFormat(text, out var length)
            ? float.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture)
            : throw new OverflowException("The number's text is longer than any number's.");
    }
}
