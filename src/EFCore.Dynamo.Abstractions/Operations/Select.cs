namespace EFCore.Dynamo.Operations;

/// <summary>What Query and Scan return of each item.</summary>
public enum Select
{
    /// <summary>All attributes of the item, fetched from the table when a local secondary index lacks them.</summary>
    AllAttributes,

    /// <summary>All attributes that are projected into the index. Only valid with an index.</summary>
    AllProjectedAttributes,

    /// <summary>The attributes that the projection expression names.</summary>
    SpecificAttributes,

    /// <summary>No items, only their count.</summary>
    Count,
}
