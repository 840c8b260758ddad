using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.ChangeTracking;

/// <summary>Writes one attribute of an item's key from the values of EF's primary key.</summary>
internal sealed class FindKeyWriter
{
    private readonly KeyComponent _component;
    private readonly int[] _keyIndexes;

    private FindKeyWriter(KeyComponent component, int[] keyIndexes)
    {
        _component = component;
        _keyIndexes = keyIndexes;
    }

    /// <summary>Builds the writer; null where the key values do not determine the attribute.</summary>
    public static FindKeyWriter? TryCreate(KeyComponent component, IKey primaryKey)
    {
        var keyIndexes = new int[component.Holes.Count];
        for (var i = 0; i < keyIndexes.Length; i++)
        {
            keyIndexes[i] = IndexOf(primaryKey.Properties, component.Holes[i].Property);
            if (keyIndexes[i] < 0)
            {
                return null;
            }
        }

        return new FindKeyWriter(component, keyIndexes);
    }

    /// <summary>Writes name and value.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="keyValues">EF's key values, none of them null, each of its property's type.</param>
    public void Write(ItemBuilder builder, object[] keyValues)
    {
        builder.WriteName(_component.Name);
        if (_component.Property is not null)
        {
            _component.Codec.WriteBoxed(builder, keyValues[_keyIndexes[0]]);
            return;
        }

        _ = _component.Template.TryWriteTo(builder, new KeyValueSource(this, keyValues));
    }

    private object? GetValue(int hole, object[] keyValues)
    {
        var value = keyValues[_keyIndexes[hole]];
        return _component.Holes[hole].Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private static int IndexOf(IReadOnlyList<IProperty> properties, IProperty property)
    {
        for (var i = 0; i < properties.Count; i++)
        {
            if (properties[i] == property)
            {
                return i;
            }
        }

        return -1;
    }

    private readonly struct KeyValueSource(FindKeyWriter owner, object[] keyValues) : IKeyHoleSource
    {
        public bool TryAppend(ref KeyTextWriter writer, KeyTemplateHole hole)
        {
            writer.AppendHole(hole, owner.GetValue(hole.Index, keyValues));
            return true;
        }
    }
}
