namespace EFCore.Dynamo.Operations;

/// <summary>One change of a global secondary index: exactly one member is set.</summary>
public sealed record GlobalSecondaryIndexUpdate
{
    /// <summary>Changes the throughput of an index.</summary>
    public UpdateGlobalSecondaryIndexAction? Update { get; init; }

    /// <summary>Adds an index, filled in the background.</summary>
    public CreateGlobalSecondaryIndexAction? Create { get; init; }

    /// <summary>Removes an index.</summary>
    public DeleteGlobalSecondaryIndexAction? Delete { get; init; }
}
