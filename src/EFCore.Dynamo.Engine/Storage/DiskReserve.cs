using System.Security.Cryptography;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Disk space that is kept in a file of its own and goes to the data file when the disk is full, so that there is room for deletes.</summary>
/// <remarks>
///     An eighth of what is in use, 2 to 8 MB. The bytes are random: a file system that compresses would keep nothing for zeros. Only the leader calls it.
/// </remarks>
internal sealed class DiskReserve
{
    internal const string FileName = "dynamo.reserve";

    private const int MinSizeBytes = 2 << 20;
    private const int MaxSizeBytes = 8 << 20;
    private const int StepBytes = 1 << 20;
    private const int PieceBytes = 64 << 10;

    private readonly string _file;
    private readonly FileReserve _dataFile;

    private int _sizeBytes;

    /// <param name="directory">The data directory.</param>
    /// <param name="dataFile">Where the space goes.</param>
    internal DiskReserve(string directory, FileReserve dataFile)
    {
        _file = Path.Combine(directory, FileName);
        _dataFile = dataFile;
        _sizeBytes = (int)Math.Clamp(((_dataFile.GetUsedBytes() / 8 / StepBytes) + 1) * StepBytes, MinSizeBytes, MaxSizeBytes);
        SetOpen(!TryWrite());
    }

    /// <summary>Whether the disk was full when it was last looked at.</summary>
    internal bool IsOpen { get; private set; }

    /// <summary>What ordinary writes leave to deletes on a full disk: hundreds of pages.</summary>
    internal int KeptBytes => _sizeBytes / 8 * 7;

    /// <summary>How long the data file is: on a full disk, all that there is.</summary>
    internal long FileBytes => _dataFile.GetLengthBytes();

    /// <summary>The disk is full. An eighth stays free, for blocks that the data file turns out to lack and for the small files beside it.</summary>
    internal void Open()
    {
        if (IsOpen)
        {
            return;
        }

        SetOpen(true);
        Delete();
        _dataFile.Append(KeptBytes);
    }

    /// <summary>Keeps more of the disk where there is more to delete.</summary>
    internal void OnCommitted()
    {
        if (IsOpen || _sizeBytes == MaxSizeBytes || _dataFile.GetUsedBytes() / 8 <= _sizeBytes)
        {
            return;
        }

        _sizeBytes += StepBytes;
        if (!TryWrite())
        {
            _sizeBytes -= StepBytes;
            Open();
        }
    }

    /// <summary>False while the disk is full.</summary>
    internal bool TryClose()
    {
        SetOpen(!TryWrite());
        return !IsOpen;
    }

    private void SetOpen(bool isOpen)
    {
        IsOpen = isOpen;
        _dataFile.IsPaused = isOpen;
    }

    private bool TryWrite()
    {
        try
        {
            using var stream = new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
            while (stream.Position < _sizeBytes)
            {
                stream.Write(RandomNumberGenerator.GetBytes(PieceBytes));
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Delete();
            return false;
        }
    }

    private void Delete()
    {
        try
        {
            File.Delete(_file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Then the space stays where it is, and the disk as full as it was.
        }
    }
}
