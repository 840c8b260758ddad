using System.Text.Json;
using EFCore.Dynamo.Engine.Errors;

namespace EFCore.Dynamo.Engine.Operations.ResourcePolicies;

/// <summary>Reads a resource policy and finds what the service's parser finds wrong with its form, in the order of the text.</summary>
/// <remarks>
///     Of the policy language, see <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">its grammar</see>.
/// </remarks>
internal sealed class PolicyReader
{
    private static readonly string[] Versions = ["2012-10-17", "2008-10-17"];

    private readonly string _text;

    private ServiceError? _error;

    private PolicyReader(string text) => _text = text;

    /// <summary>The statements, or the service's error.</summary>
    /// <param name="text">The policy.</param>
    /// <param name="document">The parsed text, which the statements view into; the caller disposes it.</param>
    /// <param name="statements">At least one.</param>
    public static ServiceError? Read(string text, out JsonDocument? document, out List<PolicyStatement> statements)
    {
        statements = [];
        document = null;
        try
        {
            document = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return ServiceError.Validation(PolicyTexts.InvalidJson);
        }

        var reader = new PolicyReader(text);
        statements = reader.ReadPolicy(document.RootElement);
        return reader._error;
    }

    private List<PolicyStatement> ReadPolicy(JsonElement policy)
    {
        if (policy.ValueKind != JsonValueKind.Object)
        {
            return Fail(policy.ValueKind == JsonValueKind.Null ? PolicyTexts.NoPolicyText : PolicyTexts.InvalidJson);
        }

        if (policy.TryGetProperty("Version", out var version)
            && (version.ValueKind != JsonValueKind.String || !Versions.Contains(version.GetString(), StringComparer.Ordinal)))
        {
            return Fail(PolicyTexts.InvalidVersion);
        }

        if (!policy.TryGetProperty("Statement", out var list))
        {
            return FailAt(_text.Length);
        }

        // A single statement may stand without its list.
        var elements = list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : new[] { list };
        if (elements.Length == 0)
        {
            return Fail(PolicyTexts.NoStatements);
        }

        var statements = new List<PolicyStatement>();
        for (var i = 0; i < elements.Length && _error is null; i++)
        {
            if (ReadStatement(elements[i], i) is { } statement)
            {
                statements.Add(statement);
            }
        }

        var ids = statements.Where(static statement => statement.Sid is not null).Select(static statement => statement.Sid).ToList();
        return _error is null && ids.Distinct(StringComparer.Ordinal).Count() != ids.Count ? Fail(PolicyTexts.DuplicateIds) : statements;
    }

    private PolicyStatement? ReadStatement(JsonElement element, int index)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            FailAt(PolicyPosition.Find(_text, index, null));
            return null;
        }

        JsonProperty? effect = null, principal = null, action = null, resource = null;
        string? sid = null;
        JsonElement? condition = null;
        foreach (var member in element.EnumerateObject())
        {
            var isValid = member.Name switch
            {
                "Sid" => (sid = GetString(member.Value)) is not null,
                "Effect" => (effect = member) is not null && GetEffect(member.Value) is not null,
                "Principal" or "NotPrincipal" => (principal = member) is not null && IsPrincipal(member.Value),
                "Action" or "NotAction" => (action = member) is not null && AreStrings(member.Value),
                "Resource" or "NotResource" => (resource = member) is not null && AreStrings(member.Value),
                "Condition" => (condition = member.Value).Value.ValueKind == JsonValueKind.Object,
                _ => false,
            };
            if (isValid)
            {
                continue;
            }

            FailAt(PolicyPosition.Find(_text, index, member.Name));
            return null;
        }

        if (effect is { } hasEffect && principal is { } hasPrincipal && action is { } hasAction && resource is { } hasResource)
        {
            return new PolicyStatement(sid, GetEffect(hasEffect.Value)!.Value, hasPrincipal, hasAction, hasResource, condition); // checked when it was read
        }

        Fail(PolicyTexts.Missing(effect is null ? "Effect" : principal is null ? "Principal" : action is null ? "Action" : "Resource"));
        return null;
    }

    private static string? GetString(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool? GetEffect(JsonElement value) => GetString(value)?.ToUpperInvariant() switch
    {
        "ALLOW" => true,
        "DENY" => false,
        _ => null,
    };

    /// <summary>Everybody, or lists by kind; the account alone is written in neither way.</summary>
    private static bool IsPrincipal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.ValueEquals("*"),
        JsonValueKind.Object => value.EnumerateObject().Any() && value.EnumerateObject().All(static member => AreStrings(member.Value)),
        _ => false,
    };

    private static bool AreStrings(JsonElement value)
        => value.ValueKind == JsonValueKind.Array
            ? value.GetArrayLength() > 0 && value.EnumerateArray().All(static element => element.ValueKind == JsonValueKind.String)
            : value.ValueKind == JsonValueKind.String;

    private List<PolicyStatement> FailAt(int offset)
    {
        var before = _text.AsSpan(0, offset);
        return Fail(PolicyTexts.Syntax(1 + before.Count('\n'), offset - before.LastIndexOf('\n')));
    }

    private List<PolicyStatement> Fail(string message)
    {
        _error ??= ServiceError.Validation(message);
        return [];
    }
}
