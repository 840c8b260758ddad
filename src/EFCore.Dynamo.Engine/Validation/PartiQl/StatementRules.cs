using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The constraints of a statement and its parameters.</summary>
internal static class StatementRules
{
    /// <summary>Characters of a statement.</summary>
    public const int MaxLength = 8192;

    /// <param name="errors">Collects the violations.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="parameterCount">How many parameters there are; null where there are none.</param>
    /// <param name="parent">The path in front of the members, with its dot; empty at the top.</param>
    public static void CollectConstraints(ref ConstraintErrors errors, string? statement, int? parameterCount, string parent)
    {
        if (statement is { Length: > 0 and <= MaxLength } && parameterCount != 0)
            return;

        errors.RequireNotNull(statement is not null, parent, "statement");
        errors.RequireMinLength(statement, 1, parent + "statement");
        errors.RequireMaxLength(statement, MaxLength, parent + "statement");
        if (parameterCount == 0)
            errors.RequireCount(0, 1, int.MaxValue, parent + "parameters", static () => "[]");
    }

    /// <summary>Parameters that are no attribute values, in the order of the statements.</summary>
    public static ServiceError? ValidateValues(RequestFindings? findings, string list, int count)
    {
        for (var i = 1; findings is not null && i <= count; i++)
        {
            if (ValueRules.Validate(findings, $"{list}.{i}.member.parameters") is { } error)
                return error;
        }

        return null;
    }

    /// <summary>Statements that are none are counted to neither side: the operation reports them.</summary>
    public static ServiceError? ValidateKinds(IEnumerable<string> statements, string text)
    {
        bool hasRead = false, hasWrite = false;
        foreach (var statement in statements)
        {
            if (StatementRouting.TryParse(statement, out _) is not { Root.IsRead: var isRead })
                continue;
            hasRead |= isRead;
            hasWrite |= !isRead;
        }

        return hasRead && hasWrite ? ServiceError.Validation(text) : null;
    }
}
