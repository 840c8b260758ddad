using LightningDB.Native;

namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>How many pages are in use; all others of the file are free.</summary>
/// <param name="Tree">Those with keys and values.</param>
/// <param name="FreeList">Those that tell which are free.</param>
/// <param name="PageBytes">The size of a page.</param>
internal readonly record struct LmdbPageCount(long Tree, long FreeList, long PageBytes)
{
    private const int MetaPages = 2;

    internal long UsedBytes => (MetaPages + Tree + FreeList) * PageBytes;

    internal static LmdbPageCount Create(in MDBStat tree, in MDBStat freeList) => new(CountPages(tree), CountPages(freeList), tree.ms_psize);

    internal static long CountPages(in MDBStat statistics)
        => (long)statistics.ms_branch_pages + (long)statistics.ms_leaf_pages + (long)statistics.ms_overflow_pages;
}
