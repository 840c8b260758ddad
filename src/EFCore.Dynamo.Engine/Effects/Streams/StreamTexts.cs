using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>The service's texts about streams.</summary>
/// <remarks>Those about sequence numbers are this engine's own: the service's are not documented.</remarks>
internal static class StreamTexts
{
    // Also of one that is too short or too long, unlike other members.
    public const string InvalidArn = "Invalid StreamArn";
    public const string InvalidIterator = "Invalid ShardIterator";
    public const string ExpiredIterator = "Shard iterator has expired";
    public const string Trimmed = "The data you are trying to access has been trimmed";
    public const string ShardNotFound = "Requested resource not found: Shard does not exist";
    public const string InvalidSequenceNumber = "Invalid SequenceNumber";
    public const string EnabledWithoutViewType = "One or more parameter values were invalid: If stream is being enabled then UpdateViewType is required";

    public const string CreatedDisabledWithViewType =
        "One or more parameter values were invalid: Table is being created with a stream disabled, UpdateViewType should not be specified";

    public const string DisabledWithViewType =
        "One or more parameter values were invalid: If stream is being disabled, then UpdateViewType must not be specified";

    public static string StreamNotFound(string arn) => $"Requested resource not found: Stream: {arn} not found";

    public static string SequenceNumberRequired(ShardIteratorType iteratorType)
        => $"SequenceNumber is required when ShardIteratorType is {WireEnums.ShardIteratorType.GetText(iteratorType)}";

    public static string SequenceNumberNotAllowed(ShardIteratorType iteratorType)
        => $"SequenceNumber must not be specified when ShardIteratorType is {WireEnums.ShardIteratorType.GetText(iteratorType)}";

    public static string AlreadyEnabled(string tableName) => $"Table already has an enabled stream: TableName: {tableName}";

    public static string NothingToDisable(string tableName) => $"Table has no stream to disable: TableName: {tableName}";
}
