using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>
///     How values of one CLR type become attribute values and come back; the typed, unboxed pair of methods is in <see cref="AttributeValueCodec{T}" />.
/// </summary>
/// <remarks>
///     A codec never sees <see langword="null" />: to DynamoDB a null is an absent attribute, and the caller leaves it out.
///     Codecs are immutable and safe for concurrent use. A value that the attribute type cannot hold is an <see cref="ArgumentException" />,
///     <see cref="OverflowException" /> or <see cref="FormatException" />, never a silently different value.
/// </remarks>
public abstract class AttributeValueCodec
{
    private protected AttributeValueCodec()
    {
    }

    /// <summary>The CLR type that is written and read; never a <see cref="Nullable{T}" /> except for elements of collections.</summary>
    public abstract Type ClrType { get; }

    /// <summary>The one attribute type that this codec writes. It may read others: an older representation of the same value.</summary>
    public abstract AttributeType AttributeType { get; }

    /// <summary>
    ///     Whether DynamoDB's order of the written values is the order of the CLR values, so that <c>&lt;</c> and <c>ORDER BY</c> may run on the server.
    ///     Strings count as ordered by their UTF-8 bytes, everywhere in this provider.
    /// </summary>
    public abstract bool IsOrderPreserving { get; }

    /// <summary>The boxed form of <see cref="AttributeValueCodec{T}.Equality" />, an <see cref="IEqualityComparer{T}" /> of <see cref="ClrType" />.</summary>
    internal abstract object BoxedEquality { get; }

    /// <summary>Writes the elements of a list or set; null for other values.</summary>
    internal virtual AttributeValueCodec? ElementCodec => null;

    /// <summary>Whether the value is represented by leaving the attribute out: <see langword="null" />, and a set without elements.</summary>
    public virtual bool IsAbsentBoxed(object? value) => value is null;

    /// <summary>The boxed form of <see cref="AttributeValueCodec{T}.Write" />, for parameters that EF hands over as objects.</summary>
    public abstract void WriteBoxed(ItemBuilder builder, object value);

    /// <summary>The boxed form of <see cref="AttributeValueCodec{T}.Read" />.</summary>
    public abstract object? ReadBoxed(AttributeValueSpan value);

    /// <summary>Whether equal values are written alike, so that attribute values can be compared in their place.</summary>
    internal virtual bool IsCanonical => true;

    /// <summary>
    ///     Whether a value is compared by its bounds: equal to it is what lies between <see cref="Comparand.Lower" /> and <see cref="Comparand.Upper" />,
    ///     greater what is above the upper bound, less what is below the lower one. Nothing is equal to a value whose bounds are the wrong way round.
    /// </summary>
    internal virtual bool HasBounds => false;

    /// <summary>The codec for the same values in an attribute that is a key, where equal values must be written alike.</summary>
    internal virtual AttributeValueCodec ForKeys => this;

    /// <summary>Whether an attribute value can be equal to the value: DynamoDB has no infinite number, for example.</summary>
    internal virtual bool CanEqualBoxed(object value) => true;

    /// <summary>Writes what an attribute is compared with; unlike <see cref="WriteBoxed" /> for every value, also for those that cannot be stored.</summary>
    internal virtual void WriteComparandBoxed(ItemBuilder builder, object value, Comparand comparand) => WriteBoxed(builder, value);

    /// <summary>The value as an attribute value of its own, for keys, expression values and continuation strings.</summary>
    public AttributeValue ToAttributeValue(object? value)
    {
        if (IsAbsentBoxed(value))
        {
            return AttributeValue.Null;
        }

        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        builder.WriteName(SingleName);
        WriteBoxed(builder, value!); // IsAbsentBoxed is true for null
        return builder.Build()[SingleName];
    }

    private protected const string SingleName = "v";
}
