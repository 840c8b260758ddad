namespace EFCore.Dynamo.Engine.Storage;

/// <summary>What an acknowledged write survives.</summary>
public enum Durability
{
    /// <summary>Acknowledged after its group is on the disk: it survives a killed process and a power failure.</summary>
    Full = 0,

    /// <summary>
    ///     Acknowledged when the operating system has it: it survives a killed process. The disk follows within
    ///     <see cref="EmbeddedDynamoOptions.RelaxedSyncInterval" /> and on dispose; after a power failure the store may have lost
    ///     what was not yet synced, and where the disk reordered writes it may have to be restored from a backup.
    /// </summary>
    Relaxed = 1,
}
