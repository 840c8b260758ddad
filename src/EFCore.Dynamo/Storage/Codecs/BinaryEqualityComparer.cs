namespace EFCore.Dynamo.Storage.Codecs;

/// <summary>Byte arrays are equal when their bytes are.</summary>
internal sealed class BinaryEqualityComparer : IEqualityComparer<byte[]>
{
    public static readonly BinaryEqualityComparer Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x is null ? y is null : y is not null && x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
