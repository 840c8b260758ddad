namespace EFCore.Dynamo.Tables;

/// <summary>Which attributes an index holds besides the keys.</summary>
public enum ProjectionType
{
    /// <summary><c>ALL</c>: every attribute of the item, so that a query of the index never lacks one; the largest index.</summary>
    All,

    /// <summary><c>KEYS_ONLY</c>: the keys of the table and of the index and nothing else; the smallest index.</summary>
    KeysOnly,

    /// <summary><c>INCLUDE</c>: the keys, and the attributes that <see cref="Projection.NonKeyAttributes" /> names.</summary>
    Include,
}
