using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Streams;

/// <summary>The rules of GetRecords.</summary>
internal static class GetRecordsValidator
{
    public static ServiceError? Validate(GetRecordsRequest request)
    {
        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.ShardIterator is not null, "shardIterator");
        errors.RequireMinLength(request.ShardIterator, 1, "shardIterator");
        errors.RequireMaxLength(request.ShardIterator, ShardIterator.MaxLength, "shardIterator");
        errors.RequireRange(request.Limit, 1, StreamRecordReader.MaxRecords, "limit");
        return errors.ToError();
    }
}
