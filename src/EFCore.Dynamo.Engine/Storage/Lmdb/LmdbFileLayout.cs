namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>
///     Where the parts of a page are in a file of one format: <c>MDB_page</c>, <c>MDB_node</c> and <c>MDB_meta</c> on 64-bit little-endian systems.
/// </summary>
/// <param name="FileFormat">LMDB's data version, which every meta page names.</param>
/// <param name="PageHeaderBytes">What stands in front of a page's content.</param>
/// <param name="FlagsOffset">The kind of the page, u16.</param>
/// <param name="LowerOffset">Where the node pointers end, u16; of an overflow page the number of its pages, u32.</param>
/// <param name="PointerBase">What node pointers and their end count from.</param>
/// <param name="BigValueBytes">What a node holds of a value on overflow pages, beginning with the number of the first.</param>
/// <param name="KeyAlignment">What the room of a key in its node is a multiple of.</param>
internal sealed record LmdbFileLayout(
    uint FileFormat, int PageHeaderBytes, int FlagsOffset, int LowerOffset, int PointerBase, int BigValueBytes, int KeyAlignment)
{
    public const int MaxPageHeaderBytes = 24;

    /// <summary>Of LMDB 0.9.</summary>
    public static readonly LmdbFileLayout Lmdb09 = new(
        FileFormat: 1, PageHeaderBytes: 16, FlagsOffset: 10, LowerOffset: 12, PointerBase: 0, BigValueBytes: 8, KeyAlignment: 1);

    /// <summary>Of LMDB 1.0, whose pages name their transaction.</summary>
    public static readonly LmdbFileLayout Lmdb10 = new(
        FileFormat: 3, PageHeaderBytes: 24, FlagsOffset: 18, LowerOffset: 20, PointerBase: 24, BigValueBytes: 24, KeyAlignment: 2);

    /// <summary>The room of a key in its node.</summary>
    public int GetKeyRoom(int keyBytes) => (keyBytes + KeyAlignment - 1) / KeyAlignment * KeyAlignment;

    public static LmdbFileLayout Of(uint fileFormat) => fileFormat == Lmdb10.FileFormat ? Lmdb10 : Lmdb09;
}
