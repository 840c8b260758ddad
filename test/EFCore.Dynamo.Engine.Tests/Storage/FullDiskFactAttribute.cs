namespace EFCore.Dynamo.Engine.Tests.Storage;

/// <summary>
///     A test on a small tmpfs. Where it cannot be mounted it is skipped and says why; the engine's <c>GroupCommitTests</c> has the same case with an injected
///     fault.
/// </summary>
public sealed class FullDiskFactAttribute : Xunit.FactAttribute
{
    private static readonly bool CanMount = TryMount();

    public FullDiskFactAttribute()
    {
        if (!CanMount)
        {
            Skip = "A full disk needs a small tmpfs, and mounting one needs root with the mount capability.";
        }
    }

    private static bool TryMount()
    {
        using var disk = SmallDisk.Mount(1 << 20);
        return disk.IsMounted;
    }
}
