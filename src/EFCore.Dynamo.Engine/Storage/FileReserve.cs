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
    private bool _isGivenUp;

    internal FileReserve(LmdbEnvironment environment, string dataFile)
    {
        _environment = environment;
        _file = File.OpenHandle(dataFile, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        _lengthBytes = RandomAccess.GetLength(_file);
    }

    /// <summary>Extends the file when less than half a step is left.</summary>
    internal void OnCommitted()
    {
        if (_isGivenUp)
        {
            return;
        }

        var info = _environment.GetInfo();
        var usedBytes = ((long)info.me_last_pgno + 1) * Environment.SystemPageSize;
        var stepBytes = Math.Clamp(usedBytes / 8, MinStepBytes, MaxStepBytes);
        if (_lengthBytes - usedBytes < stepBytes / 2)
        {
            Extend(Math.Min(usedBytes + stepBytes, (long)info.me_mapsize), usedBytes);
        }
    }

    public void Dispose() => _file.Dispose();

    private void Extend(long targetBytes, long usedBytes)
    {
        try
        {
            // LMDB may have grown the file since: never write over its pages.
            _lengthBytes = Math.Max(RandomAccess.GetLength(_file), usedBytes);
            while (_lengthBytes < targetBytes)
            {
                var piece = Zeros.AsSpan(0, (int)Math.Min(Zeros.Length, targetBytes - _lengthBytes));
                RandomAccess.Write(_file, piece, _lengthBytes);
                _lengthBytes += piece.Length;
            }
        }
        catch (IOException)
        {
            // A full disk: commits say so themselves when they need the space, and go on as long as they do not.
            _isGivenUp = true;
        }
    }
}
