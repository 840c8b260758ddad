using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.PartiQl;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.ExecuteTransaction;

/// <summary>The rules of ExecuteTransaction that need no statement, and that reads and writes do not mix.</summary>
internal static class ExecuteTransactionValidator
{
    public static ServiceError? Validate(ExecuteTransactionRequest request, OperationDialect dialect)
    {
        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.TransactStatements is not null, "transactStatements");
        errors.RequireMinLength(request.ClientRequestToken, 1, "clientRequestToken");
        errors.RequireMaxLength(request.ClientRequestToken, TransactionTexts.MaxTokenLength, "clientRequestToken");
        if (request.TransactStatements is not { } statements)
        {
            return errors.ToError(dialect);
        }

        errors.RequireCount(statements.Count, 1, TransactionTexts.MaxItems, "transactStatements", statements, RequestText.Of);
        for (var i = 0; i < statements.Count; i++)
        {
            var path = $"transactStatements.{i + 1}.member";
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
            ?? StatementRules.ValidateKinds(statements.Select(static statement => statement.Statement!), PartiQlTexts.MixedTransaction); // required above
    }

    private static ServiceError? ValidateValues(RequestFindings? findings, OperationDialect dialect, IReadOnlyList<ParameterizedStatement> statements)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            if (StatementRules.ValidateValues(findings, dialect, statements[i].Parameters, "transactStatements", i) is { } error)
            {
                return error;
            }
        }

        return null;
    }
}
