using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Decimals as N. The scale of trailing zeros is not kept: <c>1.00</c> comes back as <c>1</c>.</summary>
internal sealed class DecimalCodec : AttributeValueCodec<decimal>
{
    public static readonly DecimalCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.Number;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, decimal value) => builder.WriteNumber(DynamoNumber.FromDecimal(value));

    public override decimal Read(AttributeValueSpan value) => value.GetNumber().ToDecimal();
}
