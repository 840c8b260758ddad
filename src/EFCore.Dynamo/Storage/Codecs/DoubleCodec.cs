using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Doubles as N, in the shortest text that reads back to the same double.</summary>
/// <remarks>DynamoDB's numbers end at 1E-130 and 9.99E+125, and have no NaN and no infinity: such doubles are refused.</remarks>
internal sealed class DoubleCodec : AttributeValueCodec<double>
{
    public static readonly DoubleCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.Number;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, double value) => builder.WriteNumber(DynamoNumber.FromDouble(value));

    internal override bool CanEqualBoxed(object value) => FloatingComparand.CanEqual((double)value);

    internal override void WriteComparandBoxed(ItemBuilder builder, object value, Comparand comparand)
    {
        if (!FloatingComparand.TryWrite(builder, (double)value))
        {
            Write(builder, (double)value);
        }
    }

    public override double Read(AttributeValueSpan value) => value.GetNumber().ToDouble();
}
