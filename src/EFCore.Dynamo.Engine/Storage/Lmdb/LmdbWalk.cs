namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>Reads everything that a store refers to.</summary>
internal static class LmdbWalk
{
    /// <summary>Whether all pages in use, free list included, lie in the first so many bytes. Behind them the file must be zeros.</summary>
    internal static bool IsWithin(LmdbEnvironment environment, long sizeBytes)
    {
        LmdbTransaction transaction = environment.BeginRead();
        try
        {
            uint pageSizeBytes = environment.GetStatistics().PageSizeBytes;
            return IsWithin(transaction.OpenFreeListCursor(out LmdbCursor free), free, pageSizeBytes, sizeBytes)
                && IsWithin(transaction.OpenCursor(out LmdbCursor all), all, pageSizeBytes, sizeBytes);
        }
        finally
        {
            transaction.Abort();
        }
    }

    private static bool IsWithin(int opened, LmdbCursor cursor, uint pageSizeBytes, long sizeBytes)
    {
        if (opened != LmdbError.Success)
            return false;

        int code = cursor.Move(LmdbCursorOperation.First, out _, out LmdbValue value);
        while (code == LmdbError.Success && value.GetEndOffset(pageSizeBytes) is > 0 and var end && end <= sizeBytes)
            code = cursor.Move(LmdbCursorOperation.Next, out _, out value);
        cursor.Close();
        return code == LmdbError.NotFound;
    }
}
