using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>What no transaction takes: it fails the request as a whole, before any statement is a reason.</summary>
internal static class TransactStatementRules
{
    /// <summary>What can be seen without the table.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="position">Its place, from 0.</param>
    public static ServiceError? Validate(PartiQlNode statement, int position)
    {
        var message = statement.Accept(Rule.Instance);
        return message is null ? null : Fail(message, position);
    }

    /// <summary>The request's error, where the statement's is one; null where it is the statement's reason.</summary>
    public static ServiceError? FindFailure(ServiceError error, int position)
        => error.Code switch
        {
            ServiceErrorCode.NoSingleItem => Fail(error.Message, position),
            ServiceErrorCode.EmptyKeyValue or ServiceErrorCode.ResourceNotFound or ServiceErrorCode.AccessDenied => error,
            _ => null,
        };

    private static ServiceError Fail(string message, int position) => ServiceError.Validation(PartiQlTexts.TransactStatementFailed(position, message));

    /// <summary>The text about what is wrong with a statement, or null.</summary>
    private sealed class Rule : PartiQlNode.IVisitor<string?>
    {
        public static readonly Rule Instance = new();

        public string? Visit(PartiQlNode.Select select) => ValidateSource(select.Source);

        public string? Visit(PartiQlNode.Exists exists) => ValidateSource(exists.Source);

        public string? Visit(PartiQlNode.Insert insert) => null;

        public string? Visit(PartiQlNode.Update update) => ValidateReturning(update.Returning);

        public string? Visit(PartiQlNode.Delete delete) => ValidateReturning(delete.Returning);

        private static string? ValidateSource(PartiQlSource source) => source.IndexName is null ? null : PartiQlTexts.IndexReadInTransaction;

        private static string? ValidateReturning(PartiQlReturning returning) => returning == PartiQlReturning.None ? null : PartiQlTexts.ReturningInTransaction;
    }
}
