using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>A key attribute that is one property, and so has its type.</summary>
internal sealed class BareKeyValue(KeyComponent component, ValueSlot slot) : KeyValue(component)
{
    public override bool TryWrite(ItemBuilder builder, AttributeName name, in KeyBinding binding)
    {
        var value = slot.Resolve(binding);
        if (!CanBeKey(value) || !Component.Codec.CanEqualBoxed(value!)) // CanBeKey is false for null
        {
            return false;
        }

        builder.WriteName(name);
        Component.Codec.WriteComparandBoxed(builder, value!, Comparand.Value); // CanBeKey is false for null
        return true;
    }

    public override void Print(PlanTextBuilder text) => text.AppendSlot(slot);

    // The service knows no key attribute without a value, and none that is empty.
    internal static bool CanBeKey(object? value) => value is not (null or "" or byte[] { Length: 0 });
}
