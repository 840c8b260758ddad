using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation.Expressions;

/// <summary>Placeholders need an expression to occur in, and are checked themselves before anything else of the request is.</summary>
internal static class PlaceholderRules
{
    /// <param name="names">The request's <c>ExpressionAttributeNames</c>.</param>
    /// <param name="values">The request's <c>ExpressionAttributeValues</c>.</param>
    /// <param name="hasExpression">Whether any expression is given.</param>
    /// <param name="hasValueExpression">Whether any expression that can hold values is given.</param>
    /// <param name="parameters">How the text names those expressions.</param>
    /// <param name="dialect">How the operation words it.</param>
    /// <param name="findings">The request's: a value may be none.</param>
    /// <param name="path">In front of the members, with its dot; empty at the top.</param>
    public static ServiceError? Validate(
        IReadOnlyDictionary<string, string>? names,
        Item? values,
        bool hasExpression,
        bool hasValueExpression,
        string parameters,
        OperationDialect dialect,
        RequestFindings? findings,
        string path = "")
    {
        if (names is not null && !hasExpression)
        {
            return ServiceError.Validation(ExpressionTexts.NamesWithoutExpressions, dialect);
        }

        if (values is not null && !hasValueExpression)
        {
            return ServiceError.Validation(
                dialect.NamesMissingExpressions ? ExpressionTexts.ValuesWithout(parameters) : ExpressionTexts.ValuesWithoutExpressions, dialect);
        }

        var finding = findings?.FindValueError(path + "expressionAttributeValues");
        try
        {
            RequestPlaceholders.Check(names, finding is null ? values : null, dialect.ChecksDepthOfExpressionValues);
        }
        catch (DynamoValidationException exception)
        {
            return ServiceError.Validation(exception.Message, dialect);
        }

        return finding is { } error ? ServiceError.Validation(error, dialect) : null;
    }
}
