namespace EFCore.Dynamo.Tables;

/// <summary>The life of a table.</summary>
public enum TableStatus
{
    /// <summary><c>CREATING</c>: the table is being made and takes no requests for items yet.</summary>
    Creating,

    /// <summary><c>ACTIVE</c>: the table is ready.</summary>
    Active,

    /// <summary><c>UPDATING</c>: settings or indexes are changing; items can be read and written meanwhile.</summary>
    Updating,

    /// <summary><c>DELETING</c>: the table is going away and takes no requests for items any more.</summary>
    Deleting,
}
