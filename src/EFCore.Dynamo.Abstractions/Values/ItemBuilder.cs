namespace EFCore.Dynamo.Values;

/// <summary>Packs an item. Attributes may come in any order; reusable after <see cref="Build" /> or <see cref="Clear" />.</summary>
public sealed class ItemBuilder
{
    public ItemBuilder Add(string name, AttributeValue value) => throw new System.Diagnostics.UnreachableException(); // duplicate name: ArgumentException at Build
    public ItemBuilder Add(string name, string value) => throw new System.Diagnostics.UnreachableException();
    public ItemBuilder Add(string name, long value) => throw new System.Diagnostics.UnreachableException();
    // Streaming form: a name, then exactly one value; lists take values without names. No garbage but the result.
    public void WriteName(AttributeName name) => throw new System.Diagnostics.UnreachableException();
    public void WriteName(string name) => throw new System.Diagnostics.UnreachableException();
    public void WriteName(ReadOnlySpan<byte> utf8Name) => throw new System.Diagnostics.UnreachableException();
    public void WriteNull() => throw new System.Diagnostics.UnreachableException();
    public void WriteBoolean(bool value) => throw new System.Diagnostics.UnreachableException();
    public void WriteNumber(DynamoNumber value) => throw new System.Diagnostics.UnreachableException();
    public void WriteNumber(long value) => throw new System.Diagnostics.UnreachableException();
    public void WriteString(ReadOnlySpan<char> value) => throw new System.Diagnostics.UnreachableException();
    public void WriteUtf8String(ReadOnlySpan<byte> value) => throw new System.Diagnostics.UnreachableException();
    public void WriteBinary(ReadOnlySpan<byte> value) => throw new System.Diagnostics.UnreachableException();
    public void WriteValue(AttributeValueSpan value) => throw new System.Diagnostics.UnreachableException();
    public void BeginMap() => throw new System.Diagnostics.UnreachableException();
    public void EndMap() => throw new System.Diagnostics.UnreachableException();
    public void BeginList() => throw new System.Diagnostics.UnreachableException();
    public void EndList() => throw new System.Diagnostics.UnreachableException();
    /// <summary>Sets take WriteString, WriteNumber or WriteBinary; EndSet sorts them, a duplicate or an empty set is an error.</summary>
    public void BeginSet(AttributeType setType) => throw new System.Diagnostics.UnreachableException();
    public void EndSet() => throw new System.Diagnostics.UnreachableException();
    public Item Build() => throw new System.Diagnostics.UnreachableException();
    public void Clear() => throw new System.Diagnostics.UnreachableException();
}
