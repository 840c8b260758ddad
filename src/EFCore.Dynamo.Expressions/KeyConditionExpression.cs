using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions;

/// <summary>A parsed <c>KeyConditionExpression</c>: immutable, cached by its text, shared by threads.</summary>
public sealed class KeyConditionExpression
{
    /// <summary>The syntax tree.</summary>
    public ConditionNode Root => throw new System.Diagnostics.UnreachableException();

    /// <summary>Parses, or takes from the cache.</summary>
    /// <exception cref="Errors.DynamoValidationException">Not a condition by the service's rules.</exception>
    public static KeyConditionExpression Parse(string text) => throw new System.Diagnostics.UnreachableException();

    /// <summary>Resolves the placeholders and checks what can be checked without a key schema.</summary>
    /// <exception cref="Errors.DynamoValidationException">An undefined placeholder, an operator that keys do not have, two conditions on one key.</exception>
    public BoundKeyCondition Bind(RequestPlaceholders placeholders) => throw new System.Diagnostics.UnreachableException();
}
