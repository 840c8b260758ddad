using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.ResourcePolicies;

/// <summary>The rules of PutResourcePolicy, GetResourcePolicy and DeleteResourcePolicy, in the service's order: members, resource name, policy.</summary>
internal static class ResourcePolicyValidator
{
    private const int MaxRevisionIdLength = 255;

    public static ServiceError? Validate(PutResourcePolicyRequest request, ResourceNames names, out ResourceArn arn, out string canonical)
    {
        arn = default;
        canonical = string.Empty;
        var errors = default(ConstraintErrors);
        ResourceArnRules.RequireConstraints(ref errors, request.ResourceArn);
        errors.RequireNotNull(request.Policy is not null, "policy");
        RequireRevisionId(ref errors, request.ExpectedRevisionId);
        return errors.ToError()
            ?? ResourceArnRules.ParseForPolicies(request.ResourceArn!, names, out arn) // required just above, as is the policy
            ?? PolicyRules.Validate(request.Policy!, arn.PartKind is not null, request.ConfirmRemoveSelfResourceAccess, out canonical);
    }

    public static ServiceError? Validate(GetResourcePolicyRequest request, ResourceNames names, out ResourceArn arn)
    {
        arn = default;
        var errors = default(ConstraintErrors);
        ResourceArnRules.RequireConstraints(ref errors, request.ResourceArn);
        return errors.ToError() ?? ResourceArnRules.ParseForPolicies(request.ResourceArn!, names, out arn); // required just above
    }

    public static ServiceError? Validate(DeleteResourcePolicyRequest request, ResourceNames names, out ResourceArn arn)
    {
        arn = default;
        var errors = default(ConstraintErrors);
        ResourceArnRules.RequireConstraints(ref errors, request.ResourceArn);
        RequireRevisionId(ref errors, request.ExpectedRevisionId);
        return errors.ToError() ?? ResourceArnRules.ParseForPolicies(request.ResourceArn!, names, out arn); // required just above
    }

    private static void RequireRevisionId(ref ConstraintErrors errors, string? revisionId)
    {
        errors.RequireMinLength(revisionId, 1, "expectedRevisionId");
        errors.RequireMaxLength(revisionId, MaxRevisionIdLength, "expectedRevisionId");
    }
}
