using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of BatchExecuteStatement that fail it as a whole: its constraints, and that reads and writes do not mix.</summary>
internal static class BatchExecuteStatementValidator
{
    private const int MaxStatements = 25;

    public static ServiceError? Validate(BatchExecuteStatementRequest request)
    {
        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.Statements is not null, "statements");
        if (request.Statements is not { } statements)
            return errors.ToError();

        errors.RequireCount(statements.Count, 1, MaxStatements, "statements", statements, RequestText.Of);
        for (var i = 0; i < statements.Count; i++)
        {
            var path = $"statements.{i + 1}.member";
            if (statements[i] is { } statement)
                StatementRules.CollectConstraints(ref errors, statement.Statement, statement.Parameters?.Count, path + ".");
            else
                errors.RequireNotNull(isPresent: false, path);
        }

        return errors.ToError()
            ?? StatementRules.ValidateValues(request.Findings, "statements", statements.Count)
            ?? StatementRules.ValidateKinds(statements.Select(static statement => statement.Statement!), PartiQlTexts.MixedBatch); // required above
    }
}
