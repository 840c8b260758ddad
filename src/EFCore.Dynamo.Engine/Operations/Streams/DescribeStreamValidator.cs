using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Streams;

/// <summary>The rules of DescribeStream.</summary>
internal static class DescribeStreamValidator
{
    public static ServiceError? Validate(DescribeStreamRequest request)
    {
        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.StreamArn is not null, "streamArn");
        errors.RequireRange(request.Limit, 1, StreamRules.MaxLimit, "limit");
        StreamRules.RequireShardId(ref errors, request.ExclusiveStartShardId, "exclusiveStartShardId");
        if (request.ShardFilter is { } filter)
        {
            errors.RequireNotNull(filter.Type is not null, "shardFilter.type");
            errors.RequireNotNull(filter.ShardId is not null, "shardFilter.shardId");
            StreamRules.RequireShardId(ref errors, filter.ShardId, "shardFilter.shardId");
        }

        return errors.ToError();
    }
}
