using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;

namespace EFCore.Dynamo.Engine.Operations.Streams;

/// <summary>ListStreams: enabled streams, and those whose records can still be read; by table name and label.</summary>
internal readonly struct ListStreamsOperation : IReadOperation<ListStreamsRequest, ListStreamsResponse>
{
    public static OperationResult<ListStreamsResponse> Execute(EngineContext context, ListStreamsRequest request)
    {
        if (ListStreamsValidator.Validate(request) is { } error)
        {
            return error;
        }

        var start = request.ExclusiveStartStreamArn is { } startText ? StreamArn.TryParse(startText) : null;
        if (request.ExclusiveStartStreamArn is not null && start is null)
        {
            return ServiceError.Validation(StreamTexts.InvalidArn);
        }

        var limit = request.Limit ?? StreamRules.MaxLimit;
        using var transaction = context.Store.BeginRead();
        var streams = StreamDirectory.List(
            transaction, request.TableName, start is null ? null : (start.TableName, start.Label), limit + 1, context.TimeProvider.GetUtcNow());
        var page = new List<StreamSummary>(Math.Min(limit, streams.Count));
        foreach (var stream in streams.Take(limit))
        {
            page.Add(new StreamSummary(context.Names.GetStreamArn(stream.TableName, stream.Label), stream.TableName, stream.Label));
        }

        return new ListStreamsResponse { Streams = page, LastEvaluatedStreamArn = streams.Count > limit ? page[^1].StreamArn : null };
    }
}
