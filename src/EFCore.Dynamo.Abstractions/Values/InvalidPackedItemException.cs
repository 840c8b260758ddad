namespace EFCore.Dynamo.Values;

/// <summary>Bytes that should be a packed item or value are not: the storage that they came from is damaged, or they are something else.</summary>
public sealed class InvalidPackedItemException : Exception
{
    /// <summary>Creates the error for what was found at an offset.</summary>
    public InvalidPackedItemException(string reason, int offsetBytes)
        : base($"The bytes are not a packed item: {reason} at offset {offsetBytes}.")
        => OffsetBytes = offsetBytes;

    /// <summary>Where the bytes stop making sense, from their start.</summary>
    public int OffsetBytes { get; }
}
