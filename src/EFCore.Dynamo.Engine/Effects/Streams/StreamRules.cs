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
}
