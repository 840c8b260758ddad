using System.Reflection;
using System.Runtime.InteropServices;
using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>Finds liblmdb: that of the package LightningDB where it loads, the system's where it does not.</summary>
/// <remarks>
///     The package's library for Linux needs GLIBC 2.38 (Debian 13, Ubuntu 24.04 and later); others have liblmdb from their distribution. The two differ in
///     their file format (<see cref="FileFormat" />), so the variable <see cref="ChoiceVariable" /> can ask for one of them: <c>package</c>, <c>system</c>, or
///     the path of a library.
/// </remarks>
internal static class LmdbLibrary
{
    internal const string ChoiceVariable = "DYNAMO_LMDB";

    private const string PackageChoice = "package";
    private const string SystemChoice = "system";

    private static readonly Lazy<nint> Handle = new(Load);

    /// <summary>The data version of the files that the loaded library reads and writes: 1 for LMDB 0.9, 3 for LMDB 1.0.</summary>
    internal static uint FileFormat
    {
        get
        {
            EnsureLoaded();
            _ = LightningDB.Native.Lmdb.mdb_version(out var major, out _, out _);
            return major == 0 ? 1u : 3u;
        }
    }

    /// <summary>Loads the library once for the process.</summary>
    /// <exception cref="StorageException">It is nowhere; the message has the command that installs it.</exception>
    internal static void EnsureLoaded() => _ = Handle.Value;

    /// <summary>The first candidate that loads.</summary>
    /// <param name="choice">What <see cref="ChoiceVariable" /> says; null or empty for whichever is there.</param>
    /// <param name="packageDirectories">Where the runtime and the application keep native libraries.</param>
    /// <param name="system">The operating system.</param>
    /// <exception cref="StorageException">None does.</exception>
    internal static nint FindLibrary(string? choice, IEnumerable<string> packageDirectories, OSPlatform system)
    {
        foreach (var candidate in GetCandidates(choice, packageDirectories, system))
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                return handle;
            }
        }

        throw new StorageException(
            string.IsNullOrEmpty(choice)
                ? DescribeMissing(system)
                : $"liblmdb does not load as {ChoiceVariable}={choice} asks for it. {DescribeMissing(system)}");
    }

    /// <summary>Where to look, in order.</summary>
    internal static IEnumerable<string> GetCandidates(string? choice, IEnumerable<string> packageDirectories, OSPlatform system) => choice switch
    {
        null or "" => [.. GetPackageCandidates(packageDirectories, system), .. GetSystemCandidates(system)],
        PackageChoice => GetPackageCandidates(packageDirectories, system),
        SystemChoice => GetSystemCandidates(system),
        _ => [choice],
    };

    /// <summary>One sentence with the command for the system.</summary>
    internal static string DescribeMissing(OSPlatform system)
    {
        if (system == OSPlatform.Windows)
        {
            return "The embedded engine needs lmdb.dll of the package LightningDB, which does not load: "
                + "publish it with the application for the right architecture.";
        }

        return system == OSPlatform.OSX
            ? "The embedded engine needs liblmdb, and that of the package LightningDB does not load: install it with 'brew install lmdb'."
            : "The embedded engine needs liblmdb, and that of the package LightningDB does not load (it needs GLIBC 2.38): "
              + "install it with 'apt-get install liblmdb0' (Debian, Ubuntu), 'dnf install lmdb-libs' (Fedora, RHEL) or 'apk add lmdb' (Alpine).";
    }

    private static IEnumerable<string> GetPackageCandidates(IEnumerable<string> directories, OSPlatform system)
    {
        var name = system == OSPlatform.Windows ? "lmdb.dll" : system == OSPlatform.OSX ? "lmdb.dylib" : "liblmdb.so";
        return directories.Select(directory => Path.Combine(directory, name));
    }

    private static IEnumerable<string> GetSystemCandidates(OSPlatform system)
    {
        if (system == OSPlatform.Windows)
        {
            return ["lmdb.dll"];
        }

        return system == OSPlatform.OSX ? ["liblmdb.dylib", "/opt/homebrew/lib/liblmdb.dylib", "/usr/local/lib/liblmdb.dylib"] : ["liblmdb.so.0", "liblmdb.so"];
    }

    private static nint Load()
    {
        var handle = FindLibrary(Environment.GetEnvironmentVariable(ChoiceVariable), GetPackageDirectories(), CurrentSystem());
        NativeLibrary.SetDllImportResolver(typeof(LmdbLibrary).Assembly, Resolve);
        try
        {
            NativeLibrary.SetDllImportResolver(typeof(LightningDB.Native.Lmdb).Assembly, Resolve);
        }
        catch (InvalidOperationException)
        {
            // An application that uses LightningDB itself has said where its library is; ours is found in the same places.
        }

        return handle;
    }

    private static nint Resolve(string libraryName, Assembly assembly, DllImportSearchPath? searchPath)
        => libraryName == LmdbNative.LibraryName ? Handle.Value : nint.Zero;

    /// <summary>The runtime knows where the packages of an application have their native libraries; a published one has them beside itself.</summary>
    private static IEnumerable<string> GetPackageDirectories()
    {
        var known = (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? string.Empty).Split(
            Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var runtime = Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        return [.. known, AppContext.BaseDirectory, runtime];
    }

    private static OSPlatform CurrentSystem()
    {
        if (OperatingSystem.IsWindows())
        {
            return OSPlatform.Windows;
        }

        return OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;
    }
}
