namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>Moves of <c>mdb_cursor_get</c>; the values are lmdb.h's.</summary>
internal enum LmdbCursorOperation
{
    First = 0,
    GetCurrent = 4,
    Last = 6,
    Next = 8,
    Previous = 12,
    SetRange = 17,
}
