namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>The <c>RETURNING</c> clause: which image of the item comes back, and how much of it.</summary>
internal enum PartiQlReturning
{
    /// <summary>Nothing comes back: there is no clause.</summary>
    None,

    /// <summary><c>ALL OLD *</c>: the item as it was before.</summary>
    AllOld,

    /// <summary><c>MODIFIED OLD *</c>: what the statement changes of it, as it was before.</summary>
    ModifiedOld,

    /// <summary><c>ALL NEW *</c>: the item as it is afterwards.</summary>
    AllNew,

    /// <summary><c>MODIFIED NEW *</c>: what the statement changes of it, as it is afterwards.</summary>
    ModifiedNew,
}
