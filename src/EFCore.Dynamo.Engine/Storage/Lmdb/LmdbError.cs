using System.Runtime.InteropServices;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>Return codes of LMDB: its own below zero, the operating system's above.</summary>
internal static class LmdbError
{
    internal const int Success = 0;
    internal const int KeyExists = -30799;
    internal const int NotFound = -30798;
    internal const int PageNotFound = -30797;
    internal const int Corrupted = -30796;
    internal const int Panic = -30795;
    internal const int VersionMismatch = -30794;
    internal const int Invalid = -30793;
    internal const int MapFull = -30792;
    internal const int ReadersFull = -30790;
    internal const int TransactionFull = -30788;
    internal const int CursorFull = -30787;
    internal const int PageFull = -30786;
    internal const int MapResized = -30785;
    internal const int BadTransaction = -30782;
    internal const int BadValueSize = -30781;
    internal const int BadChecksum = -30778;

    /// <summary>LMDB 1.0 says so where the disk took only a part of what was to be written.</summary>
    internal const int ShortWrite = -30772;

    internal const int InputOutput = 5;
    internal const int AccessDenied = 13;
    internal const int FileTooBig = 27;
    internal const int NoSpace = 28;
    internal const int ReadOnlyFileSystem = 30;

    private const int WindowsHandleDiskFull = 39;
    private const int WindowsDiskFull = 112;

    private static int QuotaExceeded => OperatingSystem.IsLinux() ? 122 : 69;

    /// <summary>The tree itself is broken; nothing read from now on can be trusted.</summary>
    internal static bool IsCorruption(int code)
        => code is PageNotFound or Corrupted or Panic or CursorFull or PageFull or VersionMismatch or Invalid or BadChecksum;

    /// <summary>The disk (or a quota, or a file size limit) has no room.</summary>
    internal static bool IsDiskFull(int code)
        => code == ShortWrite
            || (OperatingSystem.IsWindows() ? code is WindowsDiskFull or WindowsHandleDiskFull : code is NoSpace or FileTooBig || code == QuotaExceeded);

    /// <summary>LMDB's or the operating system's words.</summary>
    internal static string Describe(int code) => Marshal.PtrToStringUTF8(LightningDB.Native.Lmdb.mdb_strerror(code)) ?? $"error {code}";
}
