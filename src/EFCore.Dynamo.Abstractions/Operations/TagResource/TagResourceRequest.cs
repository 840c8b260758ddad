using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>Adds tags to a table, or replaces the values of those that it has.</summary>
/// <remarks>API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html">TagResource</see>.</remarks>
public sealed record TagResourceRequest
{
    /// <summary>The Amazon resource name of the table (or of its stream, for policies), 1 to 1,283 characters.</summary>
    public string? ResourceArn { get; init; }

    /// <summary>A table may have 50.</summary>
    public IReadOnlyList<Tag>? Tags { get; init; }
}
