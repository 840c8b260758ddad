using System.Text;
using System.Text.RegularExpressions;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;

namespace EFCore.Dynamo.Engine.Operations.ResourcePolicies;

/// <summary>
///     What a resource policy may say: its form, the actions and resources that a table's or a stream's policy can be about, whom it lets in and locks out.
/// </summary>
/// <remarks>
///     The engine stores policies and shows them; it has no callers to apply them to. Whether a principal exists is not asked.
///     See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-considerations.html">resource-based policy considerations</see>.
/// </remarks>
internal static class PolicyRules
{
    private const int MaxSizeBytes = 20_480;
    private const string ActionPrefix = "dynamodb:";
    private const string PutPolicyAction = ActionPrefix + "PutResourcePolicy";

    private static readonly string[] StreamActions = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"];
    private static readonly string[] PolicyActions = ["PutResourcePolicy", "GetResourcePolicy", "DeleteResourcePolicy"];

    /// <summary>Checks a policy and gives the form in which it is stored.</summary>
    /// <param name="text">As the user gave it.</param>
    /// <param name="isOfStream">Whether it is a stream's and not a table's.</param>
    /// <param name="mayLockOut">Whether the caller means to lose access to the policy.</param>
    /// <param name="canonical">The stored form.</param>
    public static ServiceError? Validate(string text, bool isOfStream, bool mayLockOut, out string canonical)
    {
        canonical = string.Empty;
        if (Encoding.UTF8.GetByteCount(text) > MaxSizeBytes)
        {
            return ServiceError.Validation(PolicyTexts.TooLarge(MaxSizeBytes));
        }

        var error = PolicyReader.Read(text, out var document, out var statements);
        using (document)
        {
            error ??= statements.Select(statement => ValidateActions(statement, isOfStream) ?? ValidateResources(statement, isOfStream)).FirstOrDefault(
                static found => found is not null);
            if (error is not null)
            {
                return error;
            }

            if (statements.Exists(static statement => statement.IsAllow && statement.IsForEverybody))
            {
                return ServiceError.Validation(PolicyTexts.Unbounded);
            }

            if (!mayLockOut && statements.Exists(LocksOut))
            {
                return ServiceError.AccessDenied(PolicyTexts.LocksOut);
            }

            canonical = PolicyWriter.Write(document!.RootElement, statements); // parsed, or there were an error
            return null;
        }
    }

    /// <summary>The stored form of a table's policy that <see cref="Validate" /> had nothing against.</summary>
    public static string GetCanonical(string text)
        => Validate(text, isOfStream: false, mayLockOut: true, out var canonical) is null
            ? canonical
            : throw new System.Diagnostics.UnreachableException("A policy was not validated.");

    private static ServiceError? ValidateActions(PolicyStatement statement, bool isOfStream)
    {
        var invalid = PolicyStatement.GetStrings(statement.Action.Value).Where(action => !IsValidAction(action, isOfStream)).ToList();
        return invalid.Count == 0 ? null : ServiceError.Validation(PolicyTexts.InvalidActions(invalid));
    }

    private static bool IsValidAction(string action, bool isOfStream)
    {
        if (action == "*")
        {
            return true;
        }

        if (!action.StartsWith(ActionPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var name = action[ActionPrefix.Length..];
        if (name.AsSpan().ContainsAny('*', '?'))
        {
            return true;
        }

        return Names(StreamActions, name) ? isOfStream : !isOfStream || Names(PolicyActions, name);
    }

    private static bool Names(string[] actions, string name) => actions.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static ServiceError? ValidateResources(PolicyStatement statement, bool isOfStream)
    {
        foreach (var resource in PolicyStatement.GetStrings(statement.Resource.Value))
        {
            if (!ResourceArn.TryParse(resource, out var arn) || arn.TableName is not { } tableName || isOfStream == (arn.PartKind == "stream"))
            {
                continue;
            }

            return ServiceError.Validation(PolicyTexts.InvalidRelativeId(
                arn.PartKind is null ? $"table/{tableName}" : $"table/{tableName}/{arn.PartKind}/{arn.PartName}", resource));
        }

        return null;
    }

    private static bool LocksOut(PolicyStatement statement)
        => !statement.IsAllow && statement.IsForEverybody && statement.Action.Name == "Action"
        && PolicyStatement.GetStrings(statement.Action.Value).Any(static action => Matches(PutPolicyAction, action));

    private static bool Matches(string text, string pattern)
    {
        var expression = "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$";
        return Regex.IsMatch(text, expression, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
