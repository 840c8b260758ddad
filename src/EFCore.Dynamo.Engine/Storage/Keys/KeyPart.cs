using System.Diagnostics;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>Finds one key attribute in items.</summary>
internal sealed class KeyPart(KeyAttribute attribute)
{
    private readonly AttributeName _name = attribute.Name;

    private const int MaxKeyAttributeCount = 2;

    // Where the last item, and the last bare key, had it. Threads may overwrite each other's guess, which costs a search.
    private int _hint;
    private int _keyHint;

    /// <summary>The value.</summary>
    /// <remarks>The caller has seen to it that the item has the attribute: Validation for keys, <see cref="ItemSpace.HasKey" /> for index entries.</remarks>
    internal AttributeValueSpan Get(ItemSpan item)
    {
        var isThere = TryGet(item, out var value);
        Debug.Assert(isThere, "An item in an item space has all its key attributes.");
        return isThere ? value : throw new UnreachableException($"An item without its key attribute '{attribute.Name.Text}' reached storage.");
    }

    internal bool TryGet(ItemSpan item, out AttributeValueSpan value)
    {
        // Keys have other shapes than the items they name: with one guess for both, a lookup would never guess right.
        ref var hint = ref item.Count <= MaxKeyAttributeCount ? ref _keyHint : ref _hint;
        return item.TryGetValue(_name, ref hint, out value) && value.Type == attribute.Type;
    }

    internal static KeyPart[] Create(ReadOnlySpan<KeyAttribute> attributes)
    {
        var parts = new KeyPart[attributes.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = new KeyPart(attributes[i]);
        }

        return parts;
    }
}
