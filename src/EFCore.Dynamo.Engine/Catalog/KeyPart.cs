using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>One attribute of a primary or index key: its name, encoded once, and its type.</summary>
internal sealed class KeyPart(string name, AttributeType type)
{
    /// <summary>Where the last item of this shape had the attribute. Races only cost a binary search.</summary>
    private int _hint;

    public AttributeName Name { get; } = new(name);

    public AttributeType Type { get; } = type;

    public string Text => Name.Text;

    /// <summary>The same for storage.</summary>
    public Storage.Keys.KeyAttribute ToKeyAttribute() => new(Name, Type);

    /// <summary>Finds the attribute; false where it is absent. The type is the caller's to check.</summary>
    public bool TryFind(ItemSpan item, out AttributeValueSpan value)
    {
        var index = item.IndexOf(Name.Utf8, ref _hint);
        if (index < 0)
        {
            value = default;
            return false;
        }

        value = item.GetValueAt(index);
        return true;
    }
}
