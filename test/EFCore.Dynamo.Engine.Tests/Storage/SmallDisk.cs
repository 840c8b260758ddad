using System.Diagnostics;
using System.Globalization;

namespace EFCore.Dynamo.Engine.Tests.Storage;

/// <summary>A tmpfs of a few megabytes, unmounted on dispose. Needs root.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private SmallDisk(long sizeBytes)
    {
        Directory.CreateDirectory(Path);
        IsMounted = Run("mount", "-t", "tmpfs", "-o", Size(sizeBytes), "tmpfs", Path);
    }

    public string Path => _directory.Path;

    public bool IsMounted { get; }

    public static SmallDisk Mount(long sizeBytes) => new(sizeBytes);

    public void Resize(long sizeBytes) => Run("mount", "-o", "remount," + Size(sizeBytes), Path);

    public void Dispose()
    {
        // Lazily: a process that another test is just starting may still have inherited a file of it.
        if (IsMounted)
        {
            Run("umount", "-l", Path);
        }

        _directory.Dispose();
    }

    private static string Size(long sizeBytes) => "size=" + sizeBytes.ToString(CultureInfo.InvariantCulture);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process =
                Process.Start(new ProcessStartInfo(program, arguments)
                {
                    RedirectStandardError = true,
                    UseShellExecute = false,
                })!; // null only for shell execution
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program on this system
        }
    }
}
