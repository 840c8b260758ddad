using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>Placeholders need an expression to occur in, and are checked themselves before anything else of the request is.</summary>
internal static class PlaceholderRules
{
    /// <param name="names">The request's <c>ExpressionAttributeNames</c>.</param>
    /// <param name="values">The request's <c>ExpressionAttributeValues</c>.</param>
    /// <param name="hasExpression">Whether any expression is given.</param>
    /// <param name="hasValueExpression">Whether any expression that can hold values is given.</param>
    /// <param name="parameters">How the text names those expressions.</param>
    /// <param name="findings">The request's: a value may be none.</param>
    /// <param name="path">In front of the members, with its dot; empty at the top.</param>
    /// <param name="checksDepth">Whether a value may be nested too deep.</param>
    /// <exception cref="Errors.DynamoValidationException">A placeholder is none, or they are too many or too large.</exception>
    public static ServiceError? Validate(
        IReadOnlyDictionary<string, string>? names, Item? values, bool hasExpression, bool hasValueExpression, string parameters, RequestFindings? findings, string path = "", bool checksDepth = true)
    {
        if (names is not null && !hasExpression)
            return ServiceError.Validation(ExpressionTexts.NamesWithoutExpressions);
        if (values is not null && !hasValueExpression)
            return ServiceError.Validation(ExpressionTexts.ValuesWithout(parameters));
        if (findings?.FindValueError(path + "expressionAttributeValues") is not { } message)
        {
            RequestPlaceholders.Check(names, values, checksDepth);
            return null;
        }

        RequestPlaceholders.Check(names, values: null);
        return ServiceError.Validation(message);
    }
}
