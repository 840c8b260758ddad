using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Strings as S.</summary>
internal sealed class StringCodec : AttributeValueCodec<string>
{
    public static readonly StringCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.String;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, string value) => builder.WriteString(value);

    public override string Read(AttributeValueSpan value) => value.GetString();
}
