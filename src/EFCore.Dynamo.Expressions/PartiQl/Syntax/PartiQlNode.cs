namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>The syntax tree of a whole statement. Compares by value.</summary>
/// <param name="Source">The table, or table and index.</param>
internal abstract record PartiQlNode(PartiQlSource Source)
{
    /// <summary>Whether it is one of the statements that read.</summary>
    public bool IsRead => this is SelectNode;
}
