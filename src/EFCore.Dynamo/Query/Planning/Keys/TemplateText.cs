using EFCore.Dynamo.Keys;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>Writes the bound part of a template.</summary>
internal static class TemplateText
{
    /// <summary>Appends literals and holes up to the first hole without a slot.</summary>
    /// <returns>False where a value cannot be part of a key, so that no item has it.</returns>
    public static bool TryAppend(ref KeyTextWriter writer, KeyTemplate template, ReadOnlySpan<ValueSlot> slots, in KeyBinding binding)
        => template.TryWriteTo(ref writer, new SlotValues(slots, binding), slots.Length);

    /// <summary>The value of a hole. C# compares times by their ticks: a local one is not converted, as it is where an entity's key is written.</summary>
    public static object? Resolve(ValueSlot slot, in KeyBinding binding)
        => slot.Resolve(binding) is var value && value is DateTime time ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : value;

    private readonly ref struct SlotValues(ReadOnlySpan<ValueSlot> slots, KeyBinding binding) : IKeyHoleSource
    {
        private readonly ReadOnlySpan<ValueSlot> _slots = slots;
        private readonly KeyBinding _binding = binding;

        public bool TryAppend(ref KeyTextWriter writer, KeyTemplateHole hole) => writer.TryAppendHole(hole, Resolve(_slots[hole.Index], _binding));
    }
}
