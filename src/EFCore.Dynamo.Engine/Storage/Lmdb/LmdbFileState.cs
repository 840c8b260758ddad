namespace EFCore.Dynamo.Engine.Storage.Lmdb;

/// <summary>What <see cref="LmdbFileCheck" /> found.</summary>
internal enum LmdbFileState
{
    /// <summary>Nothing wrong, or nothing that was looked for.</summary>
    Whole,

    /// <summary>The file ends before a page that it refers to.</summary>
    CutOff,

    /// <summary>A page is not what it should be.</summary>
    Damaged,
}
