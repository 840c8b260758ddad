using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>Lists and arrays as L. An element that is null is the value NULL.</summary>
/// <typeparam name="TCollection">The property's type: whatever <see cref="CollectionFactory" /> can make.</typeparam>
/// <typeparam name="TElement">The type of the elements.</typeparam>
internal sealed class ListCodec<TCollection, TElement>(AttributeValueCodec<TElement> element) : AttributeValueCodec<TCollection>
    where TCollection : IEnumerable<TElement>
{
    private readonly Func<TElement[], TCollection> _fromArray = CollectionFactory.Create<TCollection, TElement>();

    public override AttributeType AttributeType => AttributeType.List;

    public override bool IsOrderPreserving => false;

    internal override TCollection ReadAbsentRequired() => _fromArray([]);

    // An ImmutableArray that nobody made is as good as null, and enumerates no better.
    public override bool IsAbsent(TCollection? value)
        => value is null || (typeof(TCollection).IsValueType && EqualityComparer<TCollection>.Default.Equals(value, default));

    internal override AttributeValueCodec ElementCodec => element;

    internal override IEqualityComparer<TCollection> Equality { get; } = new SequenceEqualityComparer<TCollection, TElement>(element.Equality);

    internal override bool CanEqualBoxed(object value) => ((TCollection)value).All(v => v is null || element.CanEqualBoxed(v));

    // What holds a value that cannot be stored equals nothing: a text is no list.
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

    public override void Write(ItemBuilder builder, TCollection value)
    {
        builder.BeginList();
        foreach (var item in value)
        {
            if (item is null || element.IsAbsent(item))
            {
                builder.WriteNull();
            }
            else
            {
                element.Write(builder, item);
            }
        }

        builder.EndList();
    }

    public override TCollection Read(AttributeValueSpan value)
    {
        var items = new TElement[value.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var item = value[i];
            items[i] = item.Type == AttributeType.Null ? element.ReadAbsent()! : element.Read(item); // the element type admits null where the list holds NULL
        }

        return _fromArray(items);
    }
}
