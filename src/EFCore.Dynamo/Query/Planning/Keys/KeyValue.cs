using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>The value that an equality gives a key attribute.</summary>
/// <param name="component">The key attribute.</param>
internal abstract class KeyValue(KeyComponent component)
{
    public KeyComponent Component { get; } = component;

    /// <summary>Writes name and value.</summary>
    /// <returns>False, with nothing written, where no item can have such a key.</returns>
    public abstract bool TryWrite(ItemBuilder builder, AttributeName name, in KeyBinding binding);

    /// <summary>The value for people.</summary>
    public abstract void Print(PlanTextBuilder text);
}
