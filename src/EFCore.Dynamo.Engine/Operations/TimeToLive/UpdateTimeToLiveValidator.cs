using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Tables;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.TimeToLive;

/// <summary>The rules of UpdateTimeToLive that need no table.</summary>
internal static class UpdateTimeToLiveValidator
{
    private const int MaxAttributeNameLength = 255;

    public static ServiceError? Validate(UpdateTimeToLiveRequest request)
    {
        if (DescribeTableValidator.Validate(request.TableName) is { } error)
        {
            return error;
        }

        var errors = default(ConstraintErrors);
        errors.RequireNotNull(request.TimeToLiveSpecification is not null, "timeToLiveSpecification");
        if (request.TimeToLiveSpecification is not { } specification)
        {
            return errors.ToError();
        }

        const string attributeName = "timeToLiveSpecification.attributeName";
        errors.RequireNotNull(specification.Enabled is not null, "timeToLiveSpecification.enabled");
        errors.RequireNotNull(specification.AttributeName is not null, attributeName);
        errors.RequireMinLength(specification.AttributeName, 1, attributeName);
        errors.RequireMaxLength(specification.AttributeName, MaxAttributeNameLength, attributeName);
        return errors.ToError();
    }
}
