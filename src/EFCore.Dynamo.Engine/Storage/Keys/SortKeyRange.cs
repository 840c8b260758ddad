namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>A half-open interval of encoded sort keys. Immutable.</summary>
internal sealed class SortKeyRange
{
    /// <summary>The whole partition.</summary>
    public static readonly SortKeyRange All = new([], null);

    internal SortKeyRange(byte[] from, byte[]? before)
    {
        From = from;
        Before = before;
    }

    /// <summary>The lowest encoded key that is inside.</summary>
    internal byte[] From { get; }

    /// <summary>The lowest encoded key that is outside again; null where there is no upper end.</summary>
    internal byte[]? Before { get; }
}
