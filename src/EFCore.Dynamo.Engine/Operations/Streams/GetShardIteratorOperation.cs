using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;

namespace EFCore.Dynamo.Engine.Operations.Streams;

/// <summary>GetShardIterator: a place in a shard, as a text that holds all of it.</summary>
internal readonly struct GetShardIteratorOperation : IReadOperation<GetShardIteratorRequest, GetShardIteratorResponse>
{
    public static OperationResult<GetShardIteratorResponse> Execute(EngineContext context, GetShardIteratorRequest request)
    {
        if (GetShardIteratorValidator.Validate(request) is { } error)
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

        if (StreamShards.List(transaction, stream.Id, now).Find(
            shard => string.Equals(shard.ShardId, request.ShardId, StringComparison.Ordinal)) is not { } shard)
        {
            return ServiceError.ResourceNotFound(StreamTexts.ShardNotFound);
        }

        if (TryGetStart(transaction, new StreamRecordReader(stream, context.Names.Region, now), shard, request, out var after) is { } startError)
        {
            return startError;
        }

        return new GetShardIteratorResponse { ShardIterator = new ShardIterator(arn, stream.Id, shard.Ordinal, now, after).Format() };
    }

    /// <summary>The number behind which reading starts; null for the oldest record that is left when it is read.</summary>
    private static ServiceError? TryGetStart(
        TransactionView transaction, StreamRecordReader reader, ShardDocument shard, GetShardIteratorRequest request, out ulong? after)
    {
        after = null;
        if (request.ShardIteratorType == ShardIteratorType.TrimHorizon)
        {
            return null;
        }

        var last = StreamShards.GetLastSequenceNumber(transaction, reader.StreamId, shard);
        if (request.ShardIteratorType == ShardIteratorType.Latest)
        {
            after = last;
            return null;
        }

        if (!SequenceNumber.TryParse(request.SequenceNumber!, out var number) || number < shard.Start || number > last) // required by the validator
        {
            return ServiceError.Validation(StreamTexts.InvalidSequenceNumber);
        }

        // The first number of a shard is that of no record: there is always one before the record that is asked for.
        after = request.ShardIteratorType == ShardIteratorType.AtSequenceNumber && number > shard.Start ? number - 1 : number;
        return reader.IsTrimmedAfter(transaction, shard, after.Value) ? ServiceError.TrimmedDataAccess(StreamTexts.Trimmed) : null;
    }
}
