using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Writes values of <typeparamref name="T" /> into packed items and reads them back, without boxing.</summary>
/// <typeparam name="T">The CLR type of the property, value converters included.</typeparam>
public abstract class AttributeValueCodec<T> : AttributeValueCodec
{
    /// <inheritdoc />
    public sealed override Type ClrType => typeof(T);

    /// <summary>Writes one value; the caller has written the name, or has begun a list.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="value">Not null, and not absent in the sense of <see cref="IsAbsent" />.</param>
    public abstract void Write(ItemBuilder builder, T value);

    /// <summary>Reads one value.</summary>
    /// <param name="value">A present value that is not of type NULL.</param>
    /// <exception cref="InvalidOperationException">The attribute value has another type than this codec reads.</exception>
    public abstract T Read(AttributeValueSpan value);

    /// <summary>Reads one value into a nullable property.</summary>
    /// <param name="value">A present value that is not of type NULL.</param>
    /// <param name="result">The value; the default where there is none.</param>
    /// <returns>False where a value converter reads the present value as null.</returns>
    /// <exception cref="InvalidOperationException">The attribute value has another type than this codec reads.</exception>
    public virtual bool TryRead(AttributeValueSpan value, out T result)
    {
        result = Read(value);
        return true;
    }

    /// <summary>Whether the value is represented by leaving the attribute out: <see langword="null" />, and a set without elements.</summary>
    public virtual bool IsAbsent(T? value) => value is null;

    /// <summary>What an absent attribute, or one of type NULL, reads as: the default, or a new empty set.</summary>
    public virtual T? ReadAbsent() => default;

    /// <summary>
    ///     What an absent attribute reads as where the property is never null: a new empty collection; for all that is none, <see cref="ReadAbsent" />.
    /// </summary>
    internal virtual T? ReadAbsentRequired() => ReadAbsent();

    /// <summary>When the service calls two written values equal; the comparer of the CLR type where that says the same.</summary>
    internal virtual IEqualityComparer<T> Equality => EqualityComparer<T>.Default;

    /// <inheritdoc />
    internal sealed override object BoxedEquality => Equality;

    /// <inheritdoc />
    public sealed override bool IsAbsentBoxed(object? value) => value is null || IsAbsent((T)value);

    /// <inheritdoc />
    public sealed override void WriteBoxed(ItemBuilder builder, object value) => Write(builder, (T)value);

    /// <inheritdoc />
    public sealed override object? ReadBoxed(AttributeValueSpan value) => Read(value);

    /// <summary>The value as an attribute value of its own, for keys and expression values.</summary>
    public AttributeValue ToAttributeValue(T? value)
    {
        if (IsAbsent(value))
        {
            return AttributeValue.Null;
        }

        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        builder.WriteName(SingleName);
        Write(builder, value!); // IsAbsent is true for null
        return builder.Build()[SingleName];
    }
}
