namespace EFCore.Dynamo.Tables;

/// <summary>Which attributes an index holds besides the keys.</summary>
public enum ProjectionType
{
    /// <summary>The service's <c>ALL</c>.</summary>
    All,

    /// <summary>The service's <c>KEYS_ONLY</c>.</summary>
    KeysOnly,

    /// <summary>The service's <c>INCLUDE</c>.</summary>
    Include,
}
