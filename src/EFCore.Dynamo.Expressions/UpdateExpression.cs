using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions;

/// <summary>A parsed <c>UpdateExpression</c>: immutable, cached by its text, shared by threads.</summary>
public sealed class UpdateExpression
{
    /// <summary>The syntax tree.</summary>
    public UpdateNode Root => throw new System.Diagnostics.UnreachableException();

    /// <summary>Parses, or takes from the cache.</summary>
    /// <exception cref="Errors.DynamoValidationException">Not an update by the service's rules.</exception>
    public static UpdateExpression Parse(string text) => throw new System.Diagnostics.UnreachableException();

    /// <summary>Resolves the placeholders, checks operand types and that no two paths overlap.</summary>
    /// <exception cref="Errors.DynamoValidationException">An undefined placeholder, overlapping paths, or a value of a type that its action does not take.</exception>
    public BoundUpdate Bind(RequestPlaceholders placeholders) => throw new System.Diagnostics.UnreachableException();
}
