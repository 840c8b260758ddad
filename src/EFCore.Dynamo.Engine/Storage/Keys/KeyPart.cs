using System.Diagnostics;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>Finds one key attribute in items.</summary>
internal sealed class KeyPart(KeyAttribute attribute)
{
    // Where the last item had it. Threads may overwrite each other's guess; it is checked before it is used.
    private int _hint;

    /// <summary>The value.</summary>
    /// <remarks>The caller has seen to it that the item has the attribute: Validation for keys, <see cref="ItemSpace.HasKey" /> for index entries.</remarks>
    internal AttributeValueSpan Get(ItemSpan item)
    {
        bool isThere = TryGet(item, out AttributeValueSpan value);
        Debug.Assert(isThere, "An item in an item space has all its key attributes.");
        return isThere ? value : throw new UnreachableException($"An item without its key attribute '{attribute.Name.Text}' reached storage.");
    }

    internal bool TryGet(ItemSpan item, out AttributeValueSpan value)
    {
        int hint = _hint;
        int index = item.IndexOf(attribute.Name.Utf8, ref hint);
        if (hint != _hint)
            _hint = hint;
        value = index < 0 ? default : item.GetValueAt(index);
        return index >= 0 && value.Type == attribute.Type;
    }

    internal static KeyPart[] Create(ReadOnlySpan<KeyAttribute> attributes)
    {
        var parts = new KeyPart[attributes.Length];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = new KeyPart(attributes[i]);
        return parts;
    }
}
