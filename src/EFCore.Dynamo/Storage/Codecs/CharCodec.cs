using System.Text;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Characters as S of one character. Half of a surrogate pair has no UTF-8 and is refused.</summary>
internal sealed class CharCodec : AttributeValueCodec<char>
{
    public static readonly CharCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.String;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, char value)
    {
        if (char.IsSurrogate(value))
        {
            throw new ArgumentException($"U+{(int)value:X4} is half of a surrogate pair and cannot be stored alone.", nameof(value));
        }

        builder.WriteString([value]);
    }

    internal override bool CanEqualBoxed(object value) => !char.IsSurrogate((char)value);

    // Between the characters below all surrogates and those above, and no character itself.
    internal override void WriteComparandBoxed(ItemBuilder builder, object value, Comparand comparand)
        => builder.WriteString(char.IsSurrogate((char)value) ? "\uD7FF\uFFFF" : [(char)value]);

    public override char Read(AttributeValueSpan value)
    {
        var text = value.GetUtf8String();
        return Rune.DecodeFromUtf8(text, out var rune, out var consumed) == System.Buffers.OperationStatus.Done && consumed == text.Length && rune.IsBmp
            ? (char)rune.Value
            : throw new FormatException($"The text \"{value.GetString()}\" is not one character.");
    }
}
