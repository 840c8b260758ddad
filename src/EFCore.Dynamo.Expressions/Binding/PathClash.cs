namespace EFCore.Dynamo.Expressions.Binding;

/// <summary>Why two paths cannot stand in one expression.</summary>
internal enum PathClash
{
    /// <summary>They can.</summary>
    None,

    /// <summary>One begins with the other.</summary>
    Overlap,

    /// <summary>They use one attribute as a map and as a list.</summary>
    Conflict,
}
