using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Streams;

/// <summary>GetRecords: a page of a shard, and where to go on.</summary>
internal readonly struct GetRecordsOperation : IReadOperation<GetRecordsRequest, GetRecordsResponse>
{
    public static OperationResult<GetRecordsResponse> Execute(EngineContext context, GetRecordsRequest request)
    {
        if (GetRecordsValidator.Validate(request) is { } error)
        {
            return error;
        }

        if (ShardIterator.TryParse(request.ShardIterator!) is not { } iterator) // required by the validator
        {
            return ServiceError.Validation(StreamTexts.InvalidIterator);
        }

        var now = context.TimeProvider.GetUtcNow();
        if (iterator.IsExpired(now))
        {
            return ServiceError.ExpiredIterator(StreamTexts.ExpiredIterator);
        }

        using var transaction = context.Store.BeginRead();
        if (StreamLookup.Find(context, transaction, iterator.Stream, now) is not { } stream || stream.Id != iterator.StreamId)
        {
            return ServiceError.ResourceNotFound(StreamTexts.StreamNotFound(iterator.Stream.Text));
        }

        if (StreamShards.Find(transaction, stream.Id, iterator.ShardOrdinal) is not { } shard || StreamRetention.IsOver(shard, now))
        {
            return ServiceError.ResourceNotFound(StreamTexts.ShardNotFound);
        }

        var reader = new StreamRecordReader(stream, context.Names.Region, now);
        if (iterator.After is { } after && reader.IsTrimmedAfter(transaction, shard, after))
        {
            return ServiceError.TrimmedDataAccess(StreamTexts.Trimmed);
        }

        var page = reader.Read(transaction, shard, iterator.After ?? 0, request.Limit ?? StreamRecordReader.MaxRecords);
        var isDone = page.IsAtEnd && shard.End is not null;
        return new GetRecordsResponse
        {
            Records = page.Records,
            NextShardIterator = isDone ? null : (iterator with { Created = now, After = page.Records.Count == 0 ? iterator.After : page.Last }).Format(),
        };
    }
}
