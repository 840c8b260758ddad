using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>Turns the sort key part of a KeyConditionExpression into a range: equalities from the left, then at most one inequality.</summary>
/// <remarks>Values have the types of their key attributes; Validation has seen to that.</remarks>
internal sealed class SortKeyRangeBuilder(bool isDelimited)
{
    private static readonly SortKeyRange Empty = new([0], [0]);

    private byte[] _equal = [];

    /// <summary>The next sort key attribute equals the value.</summary>
    public SortKeyRangeBuilder Equal(AttributeValueSpan value)
    {
        _equal = Encode(value);
        return this;
    }

    /// <summary>Only the equalities so far.</summary>
    public SortKeyRange Build() => new(_equal, _equal.Length == 0 ? null : Behind(_equal));

    public SortKeyRange LessThan(AttributeValueSpan value) => new(_equal, Encode(value));

    public SortKeyRange LessThanOrEqual(AttributeValueSpan value) => new(_equal, Behind(Encode(value)));

    public SortKeyRange GreaterThan(AttributeValueSpan value) => From(Behind(Encode(value)));

    public SortKeyRange GreaterThanOrEqual(AttributeValueSpan value) => From(Encode(value));

    /// <summary>Both ends inclusive.</summary>
    public SortKeyRange Between(AttributeValueSpan low, AttributeValueSpan high) => new(Encode(low), Behind(Encode(high)));

    /// <summary>Strings and binaries only.</summary>
    public SortKeyRange BeginsWith(AttributeValueSpan prefix)
    {
        var from = Encode(prefix, isPrefix: true);
        return new SortKeyRange(from, Successor(from));
    }

    /// <summary>To the end of what the equalities allow.</summary>
    private SortKeyRange From(byte[]? from) => from is null ? Empty : new SortKeyRange(from, _equal.Length == 0 ? null : Behind(_equal));

    /// <summary>The lowest key behind this one and, where components follow, behind all that begin with it.</summary>
    private byte[]? Behind(byte[] key) => isDelimited ? Successor(key) : [.. key, 0];

    private static byte[]? Successor(byte[] prefix)
    {
        byte[] copy = [.. prefix];
        var length = KeyFormat.ToSuccessor(copy);
        return length == 0 ? null : copy[..length];
    }

    private byte[] Encode(AttributeValueSpan value, bool isPrefix = false)
    {
        var encoder = new KeyEncoder(stackalloc byte[64]);
        if (!isDelimited)
        {
            encoder.AppendRaw(value);
        }
        else if (isPrefix)
        {
            encoder.AppendEscaped(value);
        }
        else
        {
            encoder.AppendDelimited(value);
        }

        byte[] encoded = [.. _equal, .. encoder.Written];
        encoder.Dispose();
        return encoded;
    }
}
