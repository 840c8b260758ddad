using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Unsigned 64-bit integers as N.</summary>
internal sealed class UInt64Codec : AttributeValueCodec<ulong>
{
    public static readonly UInt64Codec Instance = new();

    public override AttributeType AttributeType => AttributeType.Number;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, ulong value) => builder.WriteNumber(DynamoNumber.FromUInt64(value));

    public override ulong Read(AttributeValueSpan value)
    {
        var number = value.GetNumber();
        if (number.TryToInt64(out var signed))
        {
            return checked((ulong)signed);
        }

        var large = number.ToDecimal();
        return decimal.IsInteger(large)
            ? decimal.ToUInt64(large)
            : throw new OverflowException($"The number {number} has a fraction.");
    }
}
