namespace EFCore.Dynamo.Values;

/// <summary>One attribute value: a small view into a packed buffer. <c>default</c> is the NULL value.</summary>
public readonly struct AttributeValue : IEquatable<AttributeValue>
{
    public static AttributeValue Null => default;
    public static AttributeValue FromBoolean(bool value) => throw new System.Diagnostics.UnreachableException();
    public static AttributeValue FromString(string value) => throw new System.Diagnostics.UnreachableException();
    public static AttributeValue FromUtf8String(ReadOnlySpan<byte> utf8) => throw new System.Diagnostics.UnreachableException();
    public static AttributeValue FromNumber(DynamoNumber value) => throw new System.Diagnostics.UnreachableException();
    public static AttributeValue FromNumber(long value) => throw new System.Diagnostics.UnreachableException();
    public static AttributeValue FromBinary(ReadOnlySpan<byte> value) => throw new System.Diagnostics.UnreachableException();
    public static AttributeValue FromStringSet(IEnumerable<string> values) => throw new System.Diagnostics.UnreachableException();
    public static AttributeValue FromNumberSet(IEnumerable<DynamoNumber> values) => throw new System.Diagnostics.UnreachableException();
    public static AttributeValue FromBinarySet(IEnumerable<ReadOnlyMemory<byte>> values) => throw new System.Diagnostics.UnreachableException();
    public static AttributeValue FromList(params ReadOnlySpan<AttributeValue> values) => throw new System.Diagnostics.UnreachableException();
    public static AttributeValue FromMap(Item map) => throw new System.Diagnostics.UnreachableException();
    public AttributeValueSpan Span => throw new System.Diagnostics.UnreachableException();
    public AttributeType Type => throw new System.Diagnostics.UnreachableException();
    public bool GetBoolean() => throw new System.Diagnostics.UnreachableException();
    public DynamoNumber GetNumber() => throw new System.Diagnostics.UnreachableException();
    public string GetString() => throw new System.Diagnostics.UnreachableException();
    public ReadOnlySpan<byte> GetUtf8String() => throw new System.Diagnostics.UnreachableException();
    public ReadOnlySpan<byte> GetBinary() => throw new System.Diagnostics.UnreachableException();
    public int Count => throw new System.Diagnostics.UnreachableException();
    public AttributeValue this[int index] => throw new System.Diagnostics.UnreachableException();
    public Item GetMap() => throw new System.Diagnostics.UnreachableException();
    public int SizeBytes => throw new System.Diagnostics.UnreachableException();
    public bool Equals(AttributeValue other) => throw new System.Diagnostics.UnreachableException();
    public override bool Equals(object? obj) => obj is AttributeValue other && Equals(other);
    public override int GetHashCode() => throw new System.Diagnostics.UnreachableException();
    /// <summary>DynamoDB JSON, for people: {"S":"x"}.</summary>
    public override string ToString() => throw new System.Diagnostics.UnreachableException();
}
