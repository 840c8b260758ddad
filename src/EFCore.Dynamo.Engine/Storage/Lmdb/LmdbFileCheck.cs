using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>Finds out, before LMDB opens a file, whether every page that it refers to is there and is what it should be.</summary>
/// <remarks>
///     LMDB does not look: reading behind the end is a SIGBUS, and a page of the wrong kind an assertion, both of which kill the process. A file may legally
///     be shorter than its last page number says, where that page was freed before it was ever written. So everything in use is walked: branches, leaves,
///     overflow pages, free list. The items themselves carry no checksum.
///     <see cref="LmdbFileLayout" /> says where the parts are. About 1 microsecond a cached page.
/// </remarks>
internal sealed class LmdbFileCheck
{
    private const uint Magic = 0xBEEFC0DE;
    private const ulong NoPage = ulong.MaxValue;
    private const int MetaBytes = 136;
    private const int NodeHeaderBytes = 8;
    private const ushort BranchFlag = 0x01;
    private const ushort LeafFlag = 0x02;
    private const ushort OverflowFlag = 0x04;
    private const ushort BigDataFlag = 0x01;

    /// <summary>Files up to this size are walked at every open, in some milliseconds; larger ones when there is reason to.</summary>
    private const long AlwaysWalkedBytes = 64 << 20;

    private readonly SafeFileHandle _file;
    private readonly LmdbFileLayout _layout;
    private readonly ulong _pageSizeBytes;
    private readonly ulong _wholePages;
    private readonly byte[] _page;
    private readonly Stack<ulong> _toVisit = new();

    private LmdbFileCheck(SafeFileHandle file, LmdbFileLayout layout, ulong pageSizeBytes)
    {
        _file = file;
        _layout = layout;
        _pageSizeBytes = pageSizeBytes;
        _wholePages = (ulong)RandomAccess.GetLength(file) / pageSizeBytes;
        _page = new byte[pageSizeBytes];
    }

    /// <summary>What is wrong with the file. A file that is not LMDB's at all is not judged: LMDB says that better itself.</summary>
    /// <param name="path">The data file.</param>
    /// <param name="fileFormat">The format that the loaded library reads.</param>
    /// <param name="thorough">Walk a file of any size.</param>
    /// <param name="expectedBytes">How long the file should be.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal static LmdbFileState Check(string path, uint fileFormat, bool thorough, out long expectedBytes)
    {
        expectedBytes = 0;
        if (!File.Exists(path) || IntPtr.Size != sizeof(ulong) || !BitConverter.IsLittleEndian)
        {
            return LmdbFileState.Whole;
        }

        using var file = File.OpenHandle(path, share: FileShare.ReadWrite);
        Span<byte> first = stackalloc byte[MetaBytes];
        Span<byte> second = stackalloc byte[MetaBytes];
        var layout = LmdbFileLayout.Of(fileFormat);
        if (!TryReadMeta(file, layout, 0, first))
        {
            var other = layout == LmdbFileLayout.Lmdb09 ? LmdbFileLayout.Lmdb10 : LmdbFileLayout.Lmdb09;
            return TryReadMeta(file, other, 0, first) ? LmdbFileState.OtherFormat : LmdbFileState.Whole;
        }

        var pageSizeBytes = BinaryPrimitives.ReadUInt32LittleEndian(first[24..]);
        if (pageSizeBytes is < 256 or > 65536 || !TryReadMeta(file, layout, pageSizeBytes, second))
        {
            return LmdbFileState.Whole;
        }

        var newest = ReadUInt64(first, 128) >= ReadUInt64(second, 128) ? first : second;
        expectedBytes = (long)((ReadUInt64(newest, 120) + 1) * pageSizeBytes);
        var isShort = RandomAccess.GetLength(file) < expectedBytes;
        if (!isShort && !thorough && expectedBytes > AlwaysWalkedBytes)
        {
            return LmdbFileState.Whole;
        }

        var check = new LmdbFileCheck(file, layout, pageSizeBytes);
        if (check.HasAllFrom(ReadUInt64(newest, 64)) && check.HasAllFrom(ReadUInt64(newest, 112)))
        {
            return LmdbFileState.Whole;
        }

        return isShort ? LmdbFileState.CutOff : LmdbFileState.Damaged;
    }

    private static ulong ReadUInt64(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[offset..]);

    private static bool TryReadMeta(SafeFileHandle file, LmdbFileLayout layout, long pageOffset, Span<byte> meta)
        => RandomAccess.Read(file, meta, pageOffset + layout.PageHeaderBytes) == MetaBytes
            && BinaryPrimitives.ReadUInt32LittleEndian(meta) == Magic
            && BinaryPrimitives.ReadUInt32LittleEndian(meta[4..]) == layout.FileFormat;

    /// <summary>Whether the tree with this root is all there.</summary>
    private bool HasAllFrom(ulong root)
    {
        if (root == NoPage)
        {
            return true;
        }

        _toVisit.Push(root);
        // A tree has no more pages than the file; a damaged one may have circles.
        for (ulong visited = 0; _toVisit.TryPop(out var page); visited++)
        {
            if (visited > _wholePages || !TryRead(page) || !TryVisit())
            {
                return false;
            }
        }

        return true;
    }

    private bool TryRead(ulong page)
    {
        return page < _wholePages
            && RandomAccess.Read(_file, _page, (long)(page * _pageSizeBytes)) == _page.Length
            && ReadUInt64(_page, 0) == page;
    }

    private bool TryVisit()
    {
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(_page.AsSpan(_layout.FlagsOffset));
        var nodeCount = (BinaryPrimitives.ReadUInt16LittleEndian(_page.AsSpan(_layout.LowerOffset))
            + _layout.PointerBase - _layout.PageHeaderBytes) / sizeof(ushort);
        var isBranch = (flags & BranchFlag) != 0;
        if ((!isBranch && (flags & LeafFlag) == 0) || nodeCount < 1)
        {
            return false;
        }

        for (var i = 0; i < nodeCount; i++)
        {
            var offset = _layout.PointerBase + BinaryPrimitives.ReadUInt16LittleEndian(_page.AsSpan(_layout.PageHeaderBytes + i * sizeof(ushort)));
            if (offset > _page.Length - NodeHeaderBytes)
            {
                return false;
            }

            ReadOnlySpan<byte> node = _page.AsSpan(offset);
            if (isBranch)
            {
                _toVisit.Push(ReadUInt64(node, 0) & 0xFFFF_FFFF_FFFF);
            }
            else if (!HasValue(node))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the value lies within the page, or on overflow pages that are all there.</summary>
    private bool HasValue(ReadOnlySpan<byte> node)
    {
        var valueOffset = NodeHeaderBytes + _layout.GetKeyRoom(BinaryPrimitives.ReadUInt16LittleEndian(node[6..]));
        var valueBytes = BinaryPrimitives.ReadUInt32LittleEndian(node);
        var isBig = (BinaryPrimitives.ReadUInt16LittleEndian(node[4..]) & BigDataFlag) != 0;
        if (valueOffset + (isBig ? _layout.BigValueBytes : valueBytes) > node.Length)
        {
            return false;
        }

        return !isBig || HasOverflow(ReadUInt64(node, valueOffset), valueBytes);
    }

    private bool HasOverflow(ulong page, uint valueBytes)
    {
        Span<byte> header = stackalloc byte[LmdbFileLayout.MaxPageHeaderBytes];
        if (page >= _wholePages || RandomAccess.Read(_file, header, (long)(page * _pageSizeBytes)) != header.Length)
        {
            return false;
        }

        ulong pages = BinaryPrimitives.ReadUInt32LittleEndian(header[_layout.LowerOffset..]);
        return ReadUInt64(header, 0) == page
            && (BinaryPrimitives.ReadUInt16LittleEndian(header[_layout.FlagsOffset..]) & OverflowFlag) != 0
            && page + pages <= _wholePages
            && (ulong)_layout.PageHeaderBytes + valueBytes <= pages * _pageSizeBytes;
    }
}
