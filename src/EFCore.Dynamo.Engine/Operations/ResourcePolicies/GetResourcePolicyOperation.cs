using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.ResourcePolicies;

/// <summary>GetResourcePolicy: the policy in its canonical form.</summary>
internal readonly struct GetResourcePolicyOperation : IReadOperation<GetResourcePolicyRequest, GetResourcePolicyResponse>
{
    public static OperationResult<GetResourcePolicyResponse> Execute(EngineContext context, GetResourcePolicyRequest request)
    {
        if (ResourcePolicyValidator.Validate(request, context.Names, out var arn) is { } error)
        {
            return error;
        }

        if (!PolicyResource.Find(context, arn).TryGet(out var table, out var notFound))
        {
            return notFound;
        }

        return AttachedResources.GetPolicy(table.Document, arn.PartName) is { } policy
            ? new GetResourcePolicyResponse { Policy = policy.Policy, RevisionId = policy.RevisionId }
            : ServiceError.PolicyNotFound(PolicyTexts.NoPolicy(request.ResourceArn!)); // required by the validator
    }
}
