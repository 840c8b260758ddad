using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Engine.Streams;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

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
