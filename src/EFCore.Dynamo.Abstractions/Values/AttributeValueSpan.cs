namespace EFCore.Dynamo.Values;

/// <summary>A packed attribute value somewhere in memory, LMDB's map included. To AttributeValue what Span is to Memory.</summary>
public readonly ref struct AttributeValueSpan
{
    public AttributeType Type => throw new System.Diagnostics.UnreachableException();
    /// <summary>Type tag and payload: canonical, so equal bytes mean equal values.</summary>
    public ReadOnlySpan<byte> PackedBytes => throw new System.Diagnostics.UnreachableException();
    public static AttributeValueSpan FromPackedUnchecked(ReadOnlySpan<byte> packed) => throw new System.Diagnostics.UnreachableException();
    public bool GetBoolean() => throw new System.Diagnostics.UnreachableException();
    public DynamoNumber GetNumber() => throw new System.Diagnostics.UnreachableException();
    public ReadOnlySpan<byte> GetEncodedNumber() => throw new System.Diagnostics.UnreachableException();
    public string GetString() => throw new System.Diagnostics.UnreachableException();
    public ReadOnlySpan<byte> GetUtf8String() => throw new System.Diagnostics.UnreachableException();
    public ReadOnlySpan<byte> GetBinary() => throw new System.Diagnostics.UnreachableException();
    /// <summary>Elements of a list, set or map.</summary>
    public int Count => throw new System.Diagnostics.UnreachableException();
    /// <summary>An element of a list or set.</summary>
    public AttributeValueSpan this[int index] => throw new System.Diagnostics.UnreachableException();
    public ItemSpan GetMap() => throw new System.Diagnostics.UnreachableException();
    /// <summary>Size by the service's rule (string/binary bytes, number digits/2+1, 1, 3 + 1 per element …).</summary>
    public int SizeBytes => throw new System.Diagnostics.UnreachableException();
    /// <summary>Copies into memory of its own.</summary>
    public AttributeValue ToAttributeValue() => throw new System.Diagnostics.UnreachableException();
    /// <summary>Equal type and value (canonical bytes).</summary>
    public bool ValueEquals(AttributeValueSpan other) => throw new System.Diagnostics.UnreachableException();
    /// <summary>Order within S, N or B; null when the types differ or have no order.</summary>
    public int? CompareValue(AttributeValueSpan other) => throw new System.Diagnostics.UnreachableException();
    /// <summary>For sets: whether the element is in it.</summary>
    public bool SetContains(AttributeValueSpan element) => throw new System.Diagnostics.UnreachableException();
}
