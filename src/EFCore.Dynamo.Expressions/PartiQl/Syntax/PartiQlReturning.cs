namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>The <c>RETURNING</c> clause.</summary>
internal enum PartiQlReturning
{
    /// <summary>No clause.</summary>
    None,

    /// <summary><c>ALL OLD *</c></summary>
    AllOld,

    /// <summary><c>MODIFIED OLD *</c></summary>
    ModifiedOld,

    /// <summary><c>ALL NEW *</c></summary>
    AllNew,

    /// <summary><c>MODIFIED NEW *</c></summary>
    ModifiedNew,
}
