using System.Text.Json;

namespace EFCore.Dynamo.Engine.Operations.ResourcePolicies;

/// <summary>One statement of a resource policy: its members as they were given, each checked to be of a form that the policy language has.</summary>
/// <param name="Sid">Null where it has none.</param>
/// <param name="IsAllow">Whether it allows; otherwise it denies.</param>
/// <param name="Principal">The member <c>Principal</c> or <c>NotPrincipal</c>: <c>*</c>, or lists by kind.</param>
/// <param name="Action">The member <c>Action</c> or <c>NotAction</c>: names, with wildcards.</param>
/// <param name="Resource">The member <c>Resource</c> or <c>NotResource</c>: Amazon resource names, with wildcards.</param>
/// <param name="Condition">Null where it has none.</param>
internal sealed record PolicyStatement(string? Sid, bool IsAllow, JsonProperty Principal, JsonProperty Action, JsonProperty Resource, JsonElement? Condition)
{
    /// <summary>The principals of Amazon accounts, and <c>*</c> for everybody.</summary>
    public IEnumerable<string> Accounts => Principal.Value.ValueKind == JsonValueKind.String
        ? GetStrings(Principal.Value)
        : Principal.Value.EnumerateObject().Where(static member => member.Name == "AWS").SelectMany(static member => GetStrings(member.Value));

    /// <summary>Whether it speaks of everybody, under no condition.</summary>
    public bool IsForEverybody => Principal.Name == "Principal" && Condition is null && Accounts.Contains("*", StringComparer.Ordinal);

    /// <summary>A string or a list of strings, as the policy language writes one or several.</summary>
    public static IEnumerable<string> GetStrings(JsonElement value)
        => value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(static element => element.GetString()!)
            : [value.GetString()!]; // PolicyReader has seen to the kinds
}
