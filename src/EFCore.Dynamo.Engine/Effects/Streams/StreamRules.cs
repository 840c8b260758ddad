using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Validation;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>Rules that several operations of streams share.</summary>
internal static class StreamRules
{
    /// <summary>The number of streams or shards of a page.</summary>
    public const int MaxLimit = 100;

    public static void RequireShardId(ref ConstraintErrors errors, string? shardId, string path)
    {
        errors.RequireMinLength(shardId, ShardIds.MinLength, path);
        errors.RequireMaxLength(shardId, ShardIds.MaxLength, path);
    }

    /// <summary>Unlike other lengths, the service does not count that of the name; it says that it is none.</summary>
    public static ServiceError? ParseArn(string text, out StreamArn? arn)
        => (arn = StreamArn.TryParse(text)) is null ? ServiceError.Validation(StreamTexts.InvalidArn) : null;
}
