namespace EFCore.Dynamo.Tables;

/// <summary>The life of a global secondary index.</summary>
public enum IndexStatus
{
    /// <summary><c>CREATING</c>: the items that were there before it are still being written into the index, which cannot be queried yet.</summary>
    Creating,

    /// <summary><c>ACTIVE</c>: the index can be queried.</summary>
    Active,

    /// <summary><c>UPDATING</c>: its settings are changing; it can be queried meanwhile.</summary>
    Updating,

    /// <summary><c>DELETING</c>: the index is going away and cannot be queried any more.</summary>
    Deleting,
}
