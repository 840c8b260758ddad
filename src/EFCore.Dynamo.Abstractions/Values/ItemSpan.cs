namespace EFCore.Dynamo.Values;

/// <summary>A packed map somewhere in memory, LMDB's map included. To Item what Span is to Memory.</summary>
public readonly ref struct ItemSpan
{
    public int Count => throw new System.Diagnostics.UnreachableException();
    public ReadOnlySpan<byte> PackedBytes => throw new System.Diagnostics.UnreachableException();
    public static ItemSpan FromPackedUnchecked(ReadOnlySpan<byte> packed) => throw new System.Diagnostics.UnreachableException();
    /// <summary>The i-th entry in name order.</summary>
    public ReadOnlySpan<byte> GetNameAt(int index) => throw new System.Diagnostics.UnreachableException();
    public AttributeValueSpan GetValueAt(int index) => throw new System.Diagnostics.UnreachableException();
    /// <summary>Index of the name, or the complement of where it would stand.</summary>
    public int IndexOf(ReadOnlySpan<byte> utf8Name) => throw new System.Diagnostics.UnreachableException();
    /// <summary>The same with a guess, which is checked first and updated: items of one shape hit it every time.</summary>
    public int IndexOf(ReadOnlySpan<byte> utf8Name, ref int hint) => throw new System.Diagnostics.UnreachableException();
    public bool TryGetValue(ReadOnlySpan<byte> utf8Name, out AttributeValueSpan value) => throw new System.Diagnostics.UnreachableException();
    public bool TryGetValue(AttributeName name, out AttributeValueSpan value) => throw new System.Diagnostics.UnreachableException();
    public bool TryGetValue(string name, out AttributeValueSpan value) => throw new System.Diagnostics.UnreachableException();
    public int SizeBytes => throw new System.Diagnostics.UnreachableException();
    public Item ToItem() => throw new System.Diagnostics.UnreachableException();
}
