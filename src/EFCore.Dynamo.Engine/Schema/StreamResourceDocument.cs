using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>What users attached to a stream, which takes tags and a policy of its own.</summary>
/// <param name="Tags">Null where there are none.</param>
/// <param name="Policy">Null where there is none.</param>
internal sealed record StreamResourceDocument(IReadOnlyList<Tag>? Tags, ResourcePolicyDocument? Policy);
