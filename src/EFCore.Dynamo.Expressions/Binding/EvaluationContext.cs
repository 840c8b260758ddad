using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Binding;

/// <summary>One evaluation: the item, what the slots stand for, and room for computed numbers.</summary>
/// <remarks>
///     Hints are positions where the last item had each root attribute; items of one shape are found without a search. They are guesses, so threads may share
///     them.
/// </remarks>
internal ref struct EvaluationContext
{
    /// <summary>Bytes of one computed number: its type tag and encoding.</summary>
    public const int ScratchSlotBytes = DynamoNumber.MaxEncodedBytes + 1;

    /// <summary>The most operands that are computed at one time: those of BETWEEN.</summary>
    public const int ScratchSlotCount = 3;

    public ItemSpan Item;
    public ResolvedNames Names;
    public AttributeValue[] Values;
    public int[] Hints;
    public Span<byte> Scratch;

    /// <summary>Packs a number into one of the scratch slots.</summary>
    public readonly AttributeValueSpan PackNumber(long number, int scratchSlot)
    {
        var destination = Scratch.Slice(scratchSlot * ScratchSlotBytes, ScratchSlotBytes);
        destination[0] = (byte)AttributeType.Number;
        var length = DynamoNumber.FromInt64(number).WriteTo(destination[1..]);
        return AttributeValueSpan.FromPackedUnchecked(destination[..(length + 1)]);
    }
}
