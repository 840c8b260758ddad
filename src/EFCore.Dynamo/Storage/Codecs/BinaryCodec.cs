using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Byte arrays as B, ordered by unsigned bytes.</summary>
internal sealed class BinaryCodec : AttributeValueCodec<byte[]>
{
    public static readonly BinaryCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.Binary;

    public override bool IsOrderPreserving => true;

    internal override IEqualityComparer<byte[]> Equality => BinaryEqualityComparer.Instance;

    public override void Write(ItemBuilder builder, byte[] value) => builder.WriteBinary(value);

    public override byte[] Read(AttributeValueSpan value) => value.GetBinary().ToArray();
}
