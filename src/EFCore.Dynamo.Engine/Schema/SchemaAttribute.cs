using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>One attribute of a primary or index key: its name, encoded once, and its type.</summary>
internal sealed class SchemaAttribute(string name, AttributeType type)
{
    private const int MaxKeyAttributeCount = 2;

    // Where the last item, and the last bare key, had it. Races only cost a binary search.
    private int _itemHint;

    private int _keyHint;

    public AttributeName Name { get; } = new(name);

    public AttributeType Type { get; } = type;

    public string Text => Name.Text;

    /// <summary>The same for storage.</summary>
    public Storage.Keys.KeyAttribute ToKeyAttribute() => new(Name, Type);

    /// <summary>Finds the attribute; false where it is absent. The type is the caller's to check.</summary>
    public bool TryFind(ItemSpan item, out AttributeValueSpan value)
    {
        // Keys have other shapes than items: with one guess for both, a lookup would never guess right.
        ref var hint = ref item.Count <= MaxKeyAttributeCount ? ref _keyHint : ref _itemHint;
        return item.TryGetValue(Name, ref hint, out value);
    }
}
