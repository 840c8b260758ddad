using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.PartiQl;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.ExecuteStatement;

/// <summary>The rules of ExecuteStatement that need no statement.</summary>
internal static class ExecuteStatementValidator
{
    private const int MaxTokenLength = 32_768;

    public static ServiceError? Validate(ExecuteStatementRequest request, OperationDialect dialect)
    {
        var errors = new ConstraintErrors(request.Findings);
        StatementRules.CollectConstraints(ref errors, request.Statement, request.Parameters?.Count, string.Empty);
        errors.RequireMinLength(request.NextToken, 1, "nextToken");
        errors.RequireMaxLength(request.NextToken, MaxTokenLength, "nextToken");
        errors.RequireRange(request.Limit, 1, int.MaxValue, "limit");
        return errors.ToError(dialect) ?? StatementRules.ValidateValues(request.Findings, dialect, request.Parameters);
    }
}
