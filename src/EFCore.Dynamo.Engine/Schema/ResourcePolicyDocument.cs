namespace EFCore.Dynamo.Engine.Schema;

/// <summary>The resource policy of a table, as it was given.</summary>
/// <param name="Policy">The JSON document.</param>
/// <param name="RevisionId">Changes with the policy.</param>
internal sealed record ResourcePolicyDocument(string Policy, string RevisionId);
