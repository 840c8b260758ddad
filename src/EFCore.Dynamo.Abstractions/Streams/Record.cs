namespace EFCore.Dynamo.Streams;

/// <summary>One write of a stream: what happened, and the images.</summary>
public sealed record Record
{
    /// <summary>Unique for the record; the service's <c>eventID</c>.</summary>
    public required string EventId { get; init; }

    /// <summary>What the write did.</summary>
    public required OperationType EventName { get; init; }

    /// <summary>The version of the format: <c>1.1</c>.</summary>
    public required string EventVersion { get; init; }

    /// <summary><c>aws:dynamodb</c>.</summary>
    public required string EventSource { get; init; }

    /// <summary>The region.</summary>
    public required string AwsRegion { get; init; }

    /// <summary>Keys and images.</summary>
    public required StreamRecord Dynamodb { get; init; }

    /// <summary>Set where the service itself wrote: items that expired.</summary>
    public Identity? UserIdentity { get; init; }
}
