namespace EFCore.Dynamo.Tables;

/// <summary>The life of a global secondary index.</summary>
public enum IndexStatus
{
    /// <summary>The service's <c>CREATING</c>.</summary>
    Creating,

    /// <summary>The service's <c>ACTIVE</c>.</summary>
    Active,

    /// <summary>The service's <c>UPDATING</c>.</summary>
    Updating,

    /// <summary>The service's <c>DELETING</c>.</summary>
    Deleting,
}
