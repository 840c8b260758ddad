using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Booleans as BOOL, which has no order and cannot be a key.</summary>
internal sealed class BooleanCodec : AttributeValueCodec<bool>
{
    public static readonly BooleanCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.Boolean;

    public override bool IsOrderPreserving => false;

    public override void Write(ItemBuilder builder, bool value) => builder.WriteBoolean(value);

    public override bool Read(AttributeValueSpan value) => value.GetBoolean();
}
