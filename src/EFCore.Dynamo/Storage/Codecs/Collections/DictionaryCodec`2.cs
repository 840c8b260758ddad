using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>Dictionaries with string keys as M. A value that is null is the value NULL.</summary>
/// <typeparam name="TDictionary">The property's type: <see cref="Dictionary{TKey, TValue}" /> or an interface of it.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
internal sealed class DictionaryCodec<TDictionary, TValue>(AttributeValueCodec<TValue> valueCodec) : AttributeValueCodec<TDictionary>
    where TDictionary : class, IEnumerable<KeyValuePair<string, TValue>>
{
    public override AttributeType AttributeType => AttributeType.Map;

    public override bool IsOrderPreserving => false;

    internal override TDictionary ReadAbsentRequired() => (TDictionary)(object)new Dictionary<string, TValue>(StringComparer.Ordinal);

    internal override IEqualityComparer<TDictionary> Equality { get; } = new DictionaryEqualityComparer<TDictionary, TValue>(valueCodec.Equality);

    internal override bool CanEqualBoxed(object value) => ((TDictionary)value).All(e => e.Value is null || valueCodec.CanEqualBoxed(e.Value));

    // What holds a value that cannot be stored equals nothing: a text is no map.
    internal override void WriteComparandBoxed(ItemBuilder builder, object value, Comparand comparand)
    {
        if (CanEqualBoxed(value))
        {
            WriteBoxed(builder, value);
        }
        else
        {
            builder.WriteString("");
        }
    }

    public override void Write(ItemBuilder builder, TDictionary value)
    {
        builder.BeginMap();
        foreach (var (name, entry) in value)
        {
            builder.WriteName(name);
            if (entry is null || valueCodec.IsAbsent(entry))
            {
                builder.WriteNull();
            }
            else
            {
                valueCodec.Write(builder, entry);
            }
        }

        builder.EndMap();
    }

    public override TDictionary Read(AttributeValueSpan value)
    {
        var map = value.GetMap();
        var dictionary = new Dictionary<string, TValue>(map.Count, StringComparer.Ordinal);
        for (var i = 0; i < map.Count; i++)
        {
            var entry = map.GetValueAt(i);
            dictionary.Add(
                System.Text.Encoding.UTF8.GetString(map.GetNameAt(i)),
                entry.Type == AttributeType.Null ? valueCodec.ReadAbsent()! : valueCodec.Read(entry)); // the value type admits null where the map holds NULL
        }

        return (TDictionary)(object)dictionary;
    }
}
