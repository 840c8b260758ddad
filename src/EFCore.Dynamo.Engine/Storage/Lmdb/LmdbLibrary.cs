using System.Reflection;
using System.Runtime.InteropServices;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>Finds liblmdb: beside the application first, then in the system.</summary>
internal static class LmdbLibrary
{
    private static readonly Lazy<nint> Handle = new(Load);

    /// <summary>Loads the library once for the process.</summary>
    /// <exception cref="StorageException">It is nowhere; the message has the command that installs it.</exception>
    internal static void EnsureLoaded() => _ = Handle.Value;

    private static nint Load()
    {
        nint handle = FindLibrary(AppContext.BaseDirectory, CurrentSystem());
        NativeLibrary.SetDllImportResolver(typeof(LmdbLibrary).Assembly, Resolve);
        return handle;
    }

    private static nint Resolve(string libraryName, Assembly assembly, DllImportSearchPath? searchPath) =>
        libraryName == LmdbNative.LibraryName ? Handle.Value : nint.Zero;

    /// <summary>The first candidate that loads.</summary>
    /// <exception cref="StorageException">None does.</exception>
    internal static nint FindLibrary(string applicationDirectory, OSPlatform system)
    {
        foreach (string candidate in GetCandidates(applicationDirectory, system))
        {
            if (NativeLibrary.TryLoad(candidate, out nint handle))
                return handle;
        }

        throw new StorageException(DescribeMissing(system));
    }

    /// <summary>Where to look, in order.</summary>
    internal static IEnumerable<string> GetCandidates(string applicationDirectory, OSPlatform system)
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        if (system == OSPlatform.Windows)
        {
            yield return Path.Combine(applicationDirectory, "runtimes", $"win-{architecture}", "native", "lmdb.dll");
            yield return Path.Combine(applicationDirectory, "lmdb.dll");
            yield return "lmdb.dll";
            yield break;
        }

        if (system == OSPlatform.OSX)
        {
            yield return Path.Combine(applicationDirectory, "runtimes", $"osx-{architecture}", "native", "lmdb.dylib");
            yield return Path.Combine(applicationDirectory, "runtimes", $"osx-{architecture}", "native", "liblmdb.dylib");
            yield return "liblmdb.dylib";
            yield return "/opt/homebrew/lib/liblmdb.dylib";
            yield return "/usr/local/lib/liblmdb.dylib";
            yield break;
        }

        yield return Path.Combine(applicationDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", "liblmdb.so");
        yield return Path.Combine(applicationDirectory, "runtimes", $"linux-{architecture}", "native", "liblmdb.so");
        yield return Path.Combine(applicationDirectory, "runtimes", $"linux-{architecture}", "native", "lmdb.so");
        yield return "liblmdb.so.0";
        yield return "liblmdb.so";
    }

    /// <summary>One sentence with the command for the system.</summary>
    internal static string DescribeMissing(OSPlatform system)
    {
        if (system == OSPlatform.Windows)
            return "The embedded engine needs lmdb.dll: add the NuGet package LightningDB, which brings it, to the application, or put lmdb.dll beside it.";

        return system == OSPlatform.OSX
            ? "The embedded engine needs liblmdb: install it with 'brew install lmdb'."
            : "The embedded engine needs liblmdb: install it with 'apt-get install liblmdb0' (Debian, Ubuntu), 'dnf install lmdb-libs' (Fedora, RHEL) or 'apk add lmdb' (Alpine).";
    }

    private static OSPlatform CurrentSystem()
    {
        if (OperatingSystem.IsWindows())
            return OSPlatform.Windows;
        return OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;
    }
}
