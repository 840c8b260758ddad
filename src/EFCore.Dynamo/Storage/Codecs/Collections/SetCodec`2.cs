using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>
///     Sets as SS, NS or BS. DynamoDB has no empty set: a set without elements is an absent attribute, and an absent attribute is a set without elements.
/// </summary>
/// <typeparam name="TSet">The property's type: <see cref="HashSet{T}" />, <see cref="SortedSet{T}" />, or an interface of them.</typeparam>
/// <typeparam name="TElement">The type of the elements, which become S, N or B.</typeparam>
internal sealed class SetCodec<TSet, TElement>(AttributeValueCodec<TElement> element) : AttributeValueCodec<TSet>
    where TSet : IEnumerable<TElement>
{
    private readonly Func<TElement[], TSet> _fromArray = SetFactory.Create<TSet, TElement>();

    public override AttributeType AttributeType { get; } = element.AttributeType switch
    {
        AttributeType.String => AttributeType.StringSet,
        AttributeType.Number => AttributeType.NumberSet,
        _ => AttributeType.BinarySet,
    };

    public override bool IsOrderPreserving => false;

    internal override AttributeValueCodec ElementCodec => element;

    internal override IEqualityComparer<TSet> Equality { get; } = new SetEqualityComparer<TSet, TElement>(element.Equality);

    public override bool IsAbsent(TSet? value) => value is null || !value.Any();

    public override TSet ReadAbsent() => _fromArray([]);

    internal override bool CanEqualBoxed(object value) => ((TSet)value).All(v => v is null || element.CanEqualBoxed(v));

    // What holds a value that cannot be stored equals nothing: a text is no set.
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

    public override void Write(ItemBuilder builder, TSet value)
    {
        builder.BeginSet(AttributeType);
        foreach (var item in value)
        {
            element.Write(builder, item);
        }

        builder.EndSet();
    }

    public override TSet Read(AttributeValueSpan value)
    {
        var items = new TElement[value.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = element.Read(value[i]);
        }

        return _fromArray(items);
    }
}
