namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>One end of a range.</summary>
/// <param name="Slot">Its value.</param>
/// <param name="IsInclusive">Whether the value itself is in the range.</param>
internal sealed record RangeBound(ValueSlot Slot, bool IsInclusive);
