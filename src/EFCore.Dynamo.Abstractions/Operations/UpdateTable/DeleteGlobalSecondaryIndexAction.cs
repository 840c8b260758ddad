namespace EFCore.Dynamo.Operations;

/// <summary>Removes a global secondary index.</summary>
public sealed record DeleteGlobalSecondaryIndexAction
{
    /// <summary>3 to 255 characters of <c>[A-Za-z0-9_.-]</c>.</summary>
    public string? IndexName { get; init; }
}
