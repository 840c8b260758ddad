namespace EFCore.Dynamo.Values;

/// <summary>An attribute name with its UTF-8 bytes, so that hot paths encode it once.</summary>
public sealed class AttributeName
{
    public AttributeName(string text) => throw new System.Diagnostics.UnreachableException();
    public string Text => throw new System.Diagnostics.UnreachableException();
    public ReadOnlySpan<byte> Utf8 => throw new System.Diagnostics.UnreachableException();
}
