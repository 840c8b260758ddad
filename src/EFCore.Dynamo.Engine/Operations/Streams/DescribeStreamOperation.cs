using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;

namespace EFCore.Dynamo.Engine.Operations.Streams;

/// <summary>DescribeStream: the stream and a page of its shards, by id.</summary>
internal readonly struct DescribeStreamOperation : IReadOperation<DescribeStreamRequest, DescribeStreamResponse>
{
    public static OperationResult<DescribeStreamResponse> Execute(EngineContext context, DescribeStreamRequest request)
    {
        if (DescribeStreamValidator.Validate(request) is { } error)
        {
            return error;
        }

        if (StreamArn.TryParse(request.StreamArn!) is not { } arn) // required by the validator
        {
            return ServiceError.Validation(StreamTexts.InvalidArn);
        }

        var now = context.TimeProvider.GetUtcNow();
        using var transaction = context.Store.BeginRead();
        if (StreamLookup.Find(context, transaction, arn, now) is not { } stream)
        {
            return ServiceError.ResourceNotFound(StreamTexts.StreamNotFound(arn.Text));
        }

        var shards = StreamShards.List(transaction, stream.Id, now);
        shards.RemoveAll(shard => !IsAskedFor(shard, request));
        var limit = request.Limit ?? StreamRules.MaxLimit;
        var page = shards.Take(limit).Select(Describe).ToList();
        return new DescribeStreamResponse(new StreamDescription
        {
            StreamArn = arn.Text,
            StreamLabel = stream.Label,
            StreamStatus = stream.GetStatus(context.SteadyTime.GetUtcNow()),
            StreamViewType = stream.ViewType,
            CreationRequestDateTime = stream.CreationRequestDateTime,
            TableName = stream.TableName,
            KeySchema = stream.KeySchema,
            Shards = page,
            LastEvaluatedShardId = shards.Count > limit ? page[^1].ShardId : null,
        });
    }

    private static bool IsAskedFor(ShardDocument shard, DescribeStreamRequest request)
        => (request.ExclusiveStartShardId is not { } start || string.CompareOrdinal(shard.ShardId, start) > 0)
        && (request.ShardFilter is not { } filter || string.Equals(shard.ParentShardId, filter.ShardId, StringComparison.Ordinal));

    private static Shard Describe(ShardDocument shard) => new(
        shard.ShardId,
        new SequenceNumberRange(SequenceNumber.Format(shard.Start), shard.End is { } end ? SequenceNumber.Format(end) : null),
        shard.ParentShardId);
}
