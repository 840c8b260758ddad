namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>A document path such as <c>info.#a[3].b</c>.</summary>
/// <param name="Root">The top-level attribute: a literal name, or a placeholder with its <c>#</c>.</param>
/// <param name="Elements">The dereferences after the root; empty for a top-level attribute.</param>
internal sealed record AttributePath(string Root, SyntaxList<PathElement> Elements)
{
    /// <summary>A top-level attribute, by literal name or placeholder.</summary>
    public AttributePath(string root)
        : this(root, [])
    {
    }
}
