using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Streams;

/// <summary>The rules of ListStreams.</summary>
internal static class ListStreamsValidator
{
    public static ServiceError? Validate(ListStreamsRequest request)
    {
        var errors = new ConstraintErrors(request.Findings);
        ResourceNameRules.RequireConstraints(ref errors, request.TableName, "tableName");
        errors.RequireRange(request.Limit, 1, StreamRules.MaxLimit, "limit");
        return errors.ToError();
    }
}
