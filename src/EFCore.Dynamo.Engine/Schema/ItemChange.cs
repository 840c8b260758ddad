using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>What a write does to an item, as its effects see it before anything is written.</summary>
internal readonly ref struct ItemChange
{
    /// <summary>The item's.</summary>
    public required TableSchema Table { get; init; }

    /// <summary>The primary key, alone or inside the whole item; in memory of its own.</summary>
    public required Item Key { get; init; }

    /// <summary>The item before, in the store's memory; empty where there was none.</summary>
    public required ItemSpan Before { get; init; }

    /// <summary>Whether there was an item before.</summary>
    public required bool Existed { get; init; }

    /// <summary>The item before, in memory of its own; null where there was none, or where no effect needs it.</summary>
    public required Item? OldItem { get; init; }

    /// <summary>The item after; null where there is none.</summary>
    public required Item? NewItem { get; init; }

    /// <summary>Of the item before, 0 where there was none.</summary>
    public required int OldSizeBytes { get; init; }

    /// <summary>Of the item after, 0 where there is none.</summary>
    public required int NewSizeBytes { get; init; }

    /// <summary>Whether the service itself writes: an item has expired.</summary>
    public required bool IsServiceWrite { get; init; }
}
