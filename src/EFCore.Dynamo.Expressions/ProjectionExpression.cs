using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions;

/// <summary>A parsed <c>ProjectionExpression</c>: immutable, cached by its text, shared by threads.</summary>
public sealed class ProjectionExpression
{
    /// <summary>The paths, in the order of the text.</summary>
    public SyntaxList<AttributePath> Paths => throw new System.Diagnostics.UnreachableException();

    /// <summary>Parses, or takes from the cache.</summary>
    /// <exception cref="Errors.DynamoValidationException">Not a projection by the service's rules.</exception>
    public static ProjectionExpression Parse(string text) => throw new System.Diagnostics.UnreachableException();

    /// <summary>Resolves the placeholders and checks that no two paths overlap.</summary>
    /// <exception cref="Errors.DynamoValidationException">An undefined placeholder, or overlapping paths.</exception>
    public BoundProjection Bind(RequestPlaceholders placeholders) => throw new System.Diagnostics.UnreachableException();
}
