using System.Text;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>Numbers in a statement's text.</summary>
internal static class PartiQlNumbers
{
    /// <summary>
    ///     Whether exponent and scale fit 32 bits: otherwise the reference parser does not read a number, and the text cannot be cut into tokens.
    /// </summary>
    /// <param name="text">Digits, a point, an exponent: what the lexer takes.</param>
    public static bool HasScale(string text) => StatementValues.HasScale(Encoding.ASCII.GetBytes(text));

    /// <summary>The literal, or a node that keeps the service's text about why no attribute can hold it.</summary>
    public static PartiQlExpression Parse(string text, PartiQlPosition position)
    {
        try
        {
            var number = DynamoNumber.Parse($"{(text[0] == '.' ? "0" : string.Empty)}{text.TrimEnd('.')}");
            return new PartiQlExpression.Literal(AttributeValue.FromNumber(number)) { Position = position };
        }
        catch (DynamoValidationException exception)
        {
            return new PartiQlExpression.UnstorableNumber(text, exception.ToValueError().ToMessage(ValueWording.Statement)) { Position = position };
        }
    }

    /// <summary>The number with the other sign; null for what is no number.</summary>
    public static PartiQlExpression? Negate(PartiQlExpression operand)
    {
        if (operand is PartiQlExpression.UnstorableNumber number)
        {
            return number with { Text = number.Text is ['-', .. var digits] ? digits : $"-{number.Text}" };
        }

        return operand is PartiQlExpression.Literal { Value: { Type: AttributeType.Number } value } literal
            ? literal with { Value = AttributeValue.FromNumber(-value.GetNumber()) }
            : null;
    }
}
