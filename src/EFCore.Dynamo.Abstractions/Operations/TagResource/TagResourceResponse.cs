namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="TagResourceRequest" />.</summary>
public sealed record TagResourceResponse;
