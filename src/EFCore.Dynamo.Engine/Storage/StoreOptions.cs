namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Where a store lives, what its writes survive, and how large it may become.</summary>
internal sealed record StoreOptions
{
    /// <summary>The smallest <see cref="MaxMapSizeBytes" />: LMDB's own pages and some room.</summary>
    public const long MinimumSizeBytes = 1L << 20;

    /// <summary>The data directory, created when missing; null means a private directory in memory, gone on dispose.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>What an acknowledged write survives. In memory nothing is ever synced.</summary>
    public Durability Durability { get; init; }

    /// <summary>How long a relaxed write may wait for the disk.</summary>
    public TimeSpan RelaxedSyncInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The map at open, rounded up to whole pages. It doubles whenever it is full.</summary>
    public long InitialMapSizeBytes { get; init; } = 64L << 20;

    /// <summary>The file never grows beyond this; a write that would need more is refused.</summary>
    public long MaxMapSizeBytes { get; init; } = 1L << 40;

    /// <summary>Runs the timer of relaxed syncs.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Refuses what cannot be meant.</summary>
    /// <exception cref="ArgumentException">An empty path, a size or interval that is not positive, or too small for a store.</exception>
    internal void Validate()
    {
        if (DataDirectory is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(DataDirectory);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(InitialMapSizeBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMapSizeBytes, MinimumSizeBytes);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RelaxedSyncInterval, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
