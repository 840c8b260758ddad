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

    /// <summary>The file is that of the other LMDB: 0.9 and 1.0 do not read each other's.</summary>
    OtherFormat,
}
