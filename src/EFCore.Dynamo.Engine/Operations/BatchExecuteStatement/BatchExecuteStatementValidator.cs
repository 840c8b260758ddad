using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.PartiQl;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.BatchExecuteStatement;

/// <summary>The rules of BatchExecuteStatement that fail it as a whole: its constraints, and that reads and writes do not mix.</summary>
internal static class BatchExecuteStatementValidator
{
    private const int MaxStatements = 25;

    public static ServiceError? Validate(BatchExecuteStatementRequest request, OperationDialect dialect)
    {
        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.Statements is not null, "statements");
        if (request.Statements is not { } statements)
        {
            return errors.ToError(dialect);
        }

        errors.RequireCount(statements.Count, 1, MaxStatements, "statements", statements, RequestText.Of);
        for (var i = 0; i < statements.Count; i++)
        {
            var path = $"statements.{i + 1}.member";
            if (statements[i] is { } statement)
            {
                StatementRules.CollectConstraints(ref errors, statement.Statement, statement.Parameters?.Count, path + ".");
            }
            else
            {
                errors.RequireNotNull(isPresent: false, path);
            }
        }

        return errors.ToError(dialect)
            ?? ValidateValues(request.Findings, dialect, statements)
            ?? StatementRules.ValidateKinds(statements.Select(static statement => statement.Statement!), PartiQlTexts.MixedBatch); // required above
    }

    /// <summary>What is wrong with the parameters of one statement is that statement's error.</summary>
    public static ServiceError? ValidateStatement(RequestFindings? findings, OperationDialect dialect, BatchStatementRequest statement, int index)
    {
        findings?.AnswerValueError(StatementRules.GetParametersPath("statements", index));
        return StatementRules.ValidateValues(findings, dialect, statement.Parameters, "statements", index);
    }

    private static ServiceError? ValidateValues(RequestFindings? findings, OperationDialect dialect, IReadOnlyList<BatchStatementRequest> statements)
    {
        for (var i = 0; findings is not null && i < statements.Count; i++)
        {
            if (StatementRules.ValidateValues(findings, dialect, statements[i].Parameters, "statements", i) is { } error && StatementRules.FailsBatch(error))
            {
                return error;
            }
        }

        return null;
    }
}
