namespace EFCore.Dynamo.Values;

/// <summary>An immutable packed map of attributes: an item, a key, a nested map, or the values of an expression.</summary>
public readonly struct Item : IEquatable<Item>
{
    public static Item Empty => default;
    public int Count => throw new System.Diagnostics.UnreachableException();
    public ItemSpan Span => throw new System.Diagnostics.UnreachableException();
    public ReadOnlyMemory<byte> PackedBytes => throw new System.Diagnostics.UnreachableException();
    /// <summary>Takes the buffer over after checking every offset, tag and order in it.</summary>
    public static Item FromPacked(ReadOnlyMemory<byte> packed) => throw new System.Diagnostics.UnreachableException();
    /// <summary>For bytes this process packed itself.</summary>
    public static Item FromPackedUnchecked(byte[] packed) => throw new System.Diagnostics.UnreachableException();
    public static Item Create(params ReadOnlySpan<(string Name, AttributeValue Value)> attributes) => throw new System.Diagnostics.UnreachableException();
    public bool TryGetValue(string name, out AttributeValue value) => throw new System.Diagnostics.UnreachableException();
    public bool TryGetValue(AttributeName name, out AttributeValue value) => throw new System.Diagnostics.UnreachableException();
    public bool TryGetValue(ReadOnlySpan<byte> utf8Name, out AttributeValue value) => throw new System.Diagnostics.UnreachableException();
    public AttributeValue this[string name] => throw new System.Diagnostics.UnreachableException(); // KeyNotFoundException
    public bool ContainsKey(string name) => throw new System.Diagnostics.UnreachableException();
    /// <summary>By the service's rule: names and values; no per-item overhead.</summary>
    public int SizeBytes => throw new System.Diagnostics.UnreachableException();
    public Enumerator GetEnumerator() => throw new System.Diagnostics.UnreachableException();
    public bool Equals(Item other) => throw new System.Diagnostics.UnreachableException();
    public override bool Equals(object? obj) => obj is Item other && Equals(other);
    public override int GetHashCode() => throw new System.Diagnostics.UnreachableException();
    /// <summary>DynamoDB JSON, for people.</summary>
    public override string ToString() => throw new System.Diagnostics.UnreachableException();

    /// <summary>Name and value pairs in name order.</summary>
    public struct Enumerator
    {
        public bool MoveNext() => throw new System.Diagnostics.UnreachableException();
        public KeyValuePair<string, AttributeValue> Current => throw new System.Diagnostics.UnreachableException();
    }
}
