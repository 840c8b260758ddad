using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>The constraints of a statement and its parameters.</summary>
internal static class StatementRules
{
    /// <summary>Characters of a statement.</summary>
    public const int MaxLength = 8192;

    /// <summary>What the service says of a value without a type, or of several.</summary>
    private const string NoValue = "Supplied AttributeValue ";

    /// <param name="errors">Collects the violations.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="parameterCount">How many parameters there are; null where there are none.</param>
    /// <param name="parent">The path in front of the members, with its dot; empty at the top.</param>
    public static void CollectConstraints(ref ConstraintErrors errors, string? statement, int? parameterCount, string parent)
    {
        if (statement is { Length: > 0 and <= MaxLength } && parameterCount != 0)
        {
            return;
        }

        errors.RequireNotNull(statement is not null, parent, "statement");
        errors.RequireMinLength(statement, 1, parent + "statement");
        errors.RequireMaxLength(statement, MaxLength, parent + "statement");
        if (parameterCount == 0)
        {
            errors.RequireCount(0, 1, int.MaxValue, parent + "parameters", static () => "[]");
        }
    }

    /// <summary>A parameter that is no attribute value: the first in the order of the document.</summary>
    /// <param name="findings">The request's.</param>
    /// <param name="dialect">How the operation words it.</param>
    /// <param name="parameters">The statement's parameters, or null.</param>
    /// <param name="list">The list that the statement is in; null in a request of its own.</param>
    /// <param name="index">Its place there, from 0.</param>
    public static ServiceError? ValidateValues(
        RequestFindings? findings, OperationDialect dialect, IReadOnlyList<AttributeValue>? parameters, string? list = null, int index = 0)
    {
        if (findings is not null && ValueRules.Validate(findings, list is null ? "parameters" : GetParametersPath(list, index), dialect) is { } error)
        {
            return error;
        }

        // What came over HTTP has been found by now.
        for (var i = 0; i < (parameters?.Count ?? 0); i++)
        {
            if (parameters![i].Span.Depth > StatementValues.MaxDepth)
            {
                return ServiceError.Validation(DepthTexts.OfAttributes);
            }
        }

        return null;
    }

    public static string GetParametersPath(string list, int index) => $"{list}.{index + 1}.member.parameters";

    /// <summary>Whether it is an error of the request, wherever it stands: the others are their statement's in a batch.</summary>
    public static bool FailsBatch(ServiceError error) => error.Message.StartsWith(NoValue, StringComparison.Ordinal);

    /// <summary>Statements that are none are counted to neither side: the operation reports them.</summary>
    public static ServiceError? ValidateKinds(IEnumerable<string> statements, string text)
    {
        bool hasRead = false, hasWrite = false;
        foreach (var statement in statements)
        {
            if (!StatementRouting.TryParse(statement, out var parsed, out _))
            {
                continue;
            }

            hasRead |= parsed.Root.IsRead;
            hasWrite |= !parsed.Root.IsRead;
        }

        return hasRead && hasWrite ? ServiceError.Validation(text) : null;
    }
}
