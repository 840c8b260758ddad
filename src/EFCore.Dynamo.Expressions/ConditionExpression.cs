using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions;

/// <summary>A parsed <c>ConditionExpression</c> or <c>FilterExpression</c>: immutable, cached by its text, shared by threads.</summary>
public sealed class ConditionExpression
{
    /// <summary>The syntax tree.</summary>
    public ConditionNode Root => throw new System.Diagnostics.UnreachableException();

    /// <summary>Parses, or takes from the cache.</summary>
    /// <param name="text">The expression, 1 to 4,096 bytes.</param>
    /// <param name="parameter"><see cref="ExpressionParameter.ConditionExpression" /> or <see cref="ExpressionParameter.FilterExpression" />.</param>
    /// <exception cref="Errors.DynamoValidationException">Not a condition by the service's rules.</exception>
    public static ConditionExpression Parse(string text, ExpressionParameter parameter = ExpressionParameter.ConditionExpression)
        => throw new System.Diagnostics.UnreachableException();

    /// <summary>Resolves the placeholders and checks the operands' types.</summary>
    /// <param name="placeholders">The placeholders of the request; records which of them are used.</param>
    /// <exception cref="Errors.DynamoValidationException">An undefined placeholder, or a value of a type that its operator does not take.</exception>
    public BoundCondition Bind(RequestPlaceholders placeholders) => throw new System.Diagnostics.UnreachableException();
}
