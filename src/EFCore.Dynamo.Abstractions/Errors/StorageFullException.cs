namespace EFCore.Dynamo.Errors;

/// <summary>A write needs more space than the disk has or the configured maximum allows. Nothing of it was stored; everything else is readable.</summary>
/// <remarks>Only the embedded engine throws it. Writes succeed again once there is space.</remarks>
public sealed class StorageFullException : StorageException
{
    /// <summary>Creates the error with one sentence that names the file and the way out.</summary>
    public StorageFullException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
