using EFCore.Dynamo.Engine.Storage.Lmdb;
using Microsoft.Win32.SafeHandles;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Keeps the file a little longer than what is in use, so that a durable commit overwrites blocks instead of appending them.</summary>
/// <remarks>
///     A commit past the end of the file makes the file system sync its journal too: on ext4 4.0 k durable puts a second become 4.7 k.
///     The reserve is zeros behind LMDB's last page, which it writes over in time. Only the leader calls it.
/// </remarks>
internal sealed class FileReserve : IDisposable
{
    private const long MinStepBytes = 256 << 10;
    private const long MaxStepBytes = 8 << 20;

    private static readonly byte[] Zeros = new byte[64 << 10];

    private readonly LmdbEnvironment _environment;
    private readonly SafeFileHandle _file;

    private long _lengthBytes;

    internal FileReserve(LmdbEnvironment environment, string dataFile)
    {
        _environment = environment;
        _file = File.OpenHandle(dataFile, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        _lengthBytes = GetLengthBytes();
    }

    /// <summary>While the disk is full, commits go on as long as they need nothing of it.</summary>
    internal bool IsPaused { get; set; }

    /// <summary>Extends the file when less than half a step is left.</summary>
    internal void OnCommitted()
    {
        if (IsPaused)
        {
            return;
        }

        var usedBytes = GetUsedBytes();
        var stepBytes = Math.Clamp(usedBytes / 8, MinStepBytes, MaxStepBytes);
        if (_lengthBytes - usedBytes < stepBytes / 2)
        {
            IsPaused = !TryExtend(Math.Min(usedBytes + stepBytes, (long)_environment.GetInfo().me_mapsize));
        }
    }

    /// <summary>Makes the file that much longer, or by as much as the disk takes.</summary>
    internal void Append(long bytes) => _ = TryExtend(Math.Max(GetLengthBytes(), GetUsedBytes()) + bytes);

    internal long GetLengthBytes() => RandomAccess.GetLength(_file);

    /// <summary>Up to the last page that LMDB has ever used.</summary>
    internal long GetUsedBytes() => ((long)_environment.GetInfo().me_last_pgno + 1) * Environment.SystemPageSize;

    public void Dispose() => _file.Dispose();

    private bool TryExtend(long targetBytes)
    {
        try
        {
            // LMDB may have grown the file since: never write over its pages.
            _lengthBytes = Math.Max(GetLengthBytes(), GetUsedBytes());
            while (_lengthBytes < targetBytes)
            {
                var piece = Zeros.AsSpan(0, (int)Math.Min(Zeros.Length, targetBytes - _lengthBytes));
                RandomAccess.Write(_file, piece, _lengthBytes);
                _lengthBytes += piece.Length;
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
