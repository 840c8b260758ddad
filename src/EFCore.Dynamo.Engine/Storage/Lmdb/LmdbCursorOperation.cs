namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>Moves of <c>mdb_cursor_get</c>; the values are lmdb.h's.</summary>
internal enum LmdbCursorOperation
{
    /// <summary>To the first entry.</summary>
    First = 0,

    /// <summary>Stays, and reads the entry.</summary>
    GetCurrent = 4,

    /// <summary>To the last entry.</summary>
    Last = 6,

    /// <summary>To the next entry.</summary>
    Next = 8,

    /// <summary>To the entry before.</summary>
    Previous = 12,

    /// <summary>To the first entry whose key is not less than the given one.</summary>
    SetRange = 17,
}
