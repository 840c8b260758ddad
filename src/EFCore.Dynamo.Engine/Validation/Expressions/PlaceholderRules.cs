using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>Placeholders need an expression to occur in.</summary>
internal static class PlaceholderRules
{
    /// <param name="names">The request's <c>ExpressionAttributeNames</c>.</param>
    /// <param name="values">The request's <c>ExpressionAttributeValues</c>.</param>
    /// <param name="hasExpression">Whether any expression is given.</param>
    /// <param name="hasValueExpression">Whether any expression that can hold values is given.</param>
    /// <param name="parameters">How the text names those expressions.</param>
    public static ServiceError? Validate(IReadOnlyDictionary<string, string>? names, Item? values, bool hasExpression, bool hasValueExpression, string parameters)
    {
        if (names is not null && !hasExpression)
            return ServiceError.Validation(ExpressionTexts.NamesWithoutExpressions);
        return values is not null && !hasValueExpression ? ServiceError.Validation(ExpressionTexts.ValuesWithout(parameters)) : null;
    }
}
