using System.Buffers.Text;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Guids as S: 36 characters in lower case, whose order is that of <see cref="Guid.CompareTo(Guid)" />.</summary>
internal sealed class GuidCodec : AttributeValueCodec<Guid>
{
    private const int TextLength = 36;

    public static readonly GuidCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.String;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, Guid value)
    {
        Span<byte> text = stackalloc byte[TextLength];
        value.TryFormat(text, out _);
        builder.WriteUtf8String(text);
    }

    public override Guid Read(AttributeValueSpan value)
    {
        var text = value.GetUtf8String();
        return Utf8Parser.TryParse(text, out Guid guid, out var consumed) && consumed == text.Length
            ? guid
            : Guid.Parse(value.GetString());
    }
}
