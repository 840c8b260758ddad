namespace EFCore.Dynamo.Infrastructure;

/// <summary>When the embedded engine acknowledges a write.</summary>
public enum Durability
{
    /// <summary>After it is on disk. The default.</summary>
    Full,

    /// <summary>After it is visible; it reaches the disk in the background, and the last moments may be lost with the machine.</summary>
    Relaxed,
}
