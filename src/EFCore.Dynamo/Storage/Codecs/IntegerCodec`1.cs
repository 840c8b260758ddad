using System.Numerics;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Integers that fit 64 bits with a sign, as N.</summary>
/// <remarks>A stored number that does not fit the property, or has a fraction, is an <see cref="OverflowException" />.</remarks>
internal sealed class IntegerCodec<T> : AttributeValueCodec<T>
    where T : struct, IBinaryInteger<T>
{
    public static readonly IntegerCodec<T> Instance = new();

    public override AttributeType AttributeType => AttributeType.Number;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, T value) => builder.WriteNumber(long.CreateChecked(value));

    public override T Read(AttributeValueSpan value) => T.CreateChecked(value.GetInt64());
}
