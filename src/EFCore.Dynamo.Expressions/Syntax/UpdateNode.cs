namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The four clauses of an update expression; an absent clause is empty.</summary>
/// <param name="Set">The <c>SET</c> clause.</param>
/// <param name="Remove">The paths of the <c>REMOVE</c> clause.</param>
/// <param name="Add">The <c>ADD</c> clause.</param>
/// <param name="Delete">The <c>DELETE</c> clause.</param>
internal sealed record UpdateNode(
    SyntaxList<SetAction> Set,
    SyntaxList<AttributePath> Remove,
    SyntaxList<AddAction> Add,
    SyntaxList<DeleteAction> Delete);
