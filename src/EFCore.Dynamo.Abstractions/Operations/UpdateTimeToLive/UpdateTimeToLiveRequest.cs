using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>Turns the expiry of items on or off.</summary>
/// <remarks>
///     API reference: <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html">UpdateTimeToLive</see>.
/// </remarks>
public sealed record UpdateTimeToLiveRequest
{
    /// <summary>The name of the table, 3 to 255 characters of <c>[A-Za-z0-9_.-]</c>, or its Amazon resource name.</summary>
    public string? TableName { get; init; }

    /// <summary>Required.</summary>
    public TimeToLiveSpecification? TimeToLiveSpecification { get; init; }
}
