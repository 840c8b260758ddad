using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>Elements of collections that may be null: null is the value NULL, since an element cannot be left out.</summary>
internal sealed class NullableElementCodec<T>(AttributeValueCodec<T> inner) : AttributeValueCodec<T?>
    where T : struct
{
    public override AttributeType AttributeType => inner.AttributeType;

    public override bool IsOrderPreserving => inner.IsOrderPreserving;

    internal override IEqualityComparer<T?> Equality { get; }
        = ReferenceEquals(inner.Equality, EqualityComparer<T>.Default) ? EqualityComparer<T?>.Default : new NullableEqualityComparer<T>(inner.Equality);

    public override void Write(ItemBuilder builder, T? value)
    {
        if (value is { } present && !inner.IsAbsent(present))
        {
            inner.Write(builder, present);
        }
        else
        {
            builder.WriteNull();
        }
    }

    public override T? Read(AttributeValueSpan value) => value.Type != AttributeType.Null && inner.TryRead(value, out var result) ? result : null;
}
