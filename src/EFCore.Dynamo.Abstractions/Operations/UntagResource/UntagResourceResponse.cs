namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="UntagResourceRequest" />.</summary>
public sealed record UntagResourceResponse;
