using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;

namespace EFCore.Dynamo.Engine.Operations.Streams;

/// <summary>The rules of GetShardIterator.</summary>
internal static class GetShardIteratorValidator
{
    private const int MinSequenceNumberLength = 21;
    private const int MaxSequenceNumberLength = 40;

    public static ServiceError? Validate(GetShardIteratorRequest request)
    {
        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.StreamArn is not null, "streamArn");
        errors.RequireNotNull(request.ShardId is not null, "shardId");
        StreamRules.RequireShardId(ref errors, request.ShardId, "shardId");
        errors.RequireNotNull(request.ShardIteratorType is not null, "shardIteratorType");
        errors.RequireMinLength(request.SequenceNumber, MinSequenceNumberLength, "sequenceNumber");
        errors.RequireMaxLength(request.SequenceNumber, MaxSequenceNumberLength, "sequenceNumber");
        return errors.ToError() ?? ValidateSequenceNumber(request);
    }

    private static ServiceError? ValidateSequenceNumber(GetShardIteratorRequest request) => (request.ShardIteratorType, request.SequenceNumber) switch
    {
        ((ShardIteratorType.AtSequenceNumber or ShardIteratorType.AfterSequenceNumber) and var type, null)
            => ServiceError.Validation(StreamTexts.SequenceNumberRequired(type)),
        ((ShardIteratorType.TrimHorizon or ShardIteratorType.Latest) and var type, not null)
            => ServiceError.Validation(StreamTexts.SequenceNumberNotAllowed(type)),
        _ => null,
    };
}
