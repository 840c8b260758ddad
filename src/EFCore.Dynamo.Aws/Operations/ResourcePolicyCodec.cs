using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>PutResourcePolicy, GetResourcePolicy and DeleteResourcePolicy to the SDK's types and back.</summary>
internal static class ResourcePolicyCodec
{
    public static Model.PutResourcePolicyRequest ToSdk(PutResourcePolicyRequest request) => new()
    {
        ResourceArn = request.ResourceArn,
        Policy = request.Policy,
        ExpectedRevisionId = request.ExpectedRevisionId,
        ConfirmRemoveSelfResourceAccess = request.ConfirmRemoveSelfResourceAccess ? true : null,
    };

    public static PutResourcePolicyRequest FromSdk(Model.PutResourcePolicyRequest request) => new()
    {
        ResourceArn = request.ResourceArn,
        Policy = request.Policy,
        ExpectedRevisionId = request.ExpectedRevisionId,
        ConfirmRemoveSelfResourceAccess = request.ConfirmRemoveSelfResourceAccess ?? false,
    };

    public static Model.PutResourcePolicyResponse ToSdk(PutResourcePolicyResponse response) => new() { RevisionId = response.RevisionId };

    public static PutResourcePolicyResponse FromSdk(Model.PutResourcePolicyResponse response) => new() { RevisionId = response.RevisionId };

    public static Model.GetResourcePolicyRequest ToSdk(GetResourcePolicyRequest request) => new() { ResourceArn = request.ResourceArn };

    public static GetResourcePolicyRequest FromSdk(Model.GetResourcePolicyRequest request) => new() { ResourceArn = request.ResourceArn };

    public static Model.GetResourcePolicyResponse ToSdk(GetResourcePolicyResponse response)
        => new() { Policy = response.Policy, RevisionId = response.RevisionId };

    public static GetResourcePolicyResponse FromSdk(Model.GetResourcePolicyResponse response)
        => new() { Policy = response.Policy, RevisionId = response.RevisionId };

    public static Model.DeleteResourcePolicyRequest ToSdk(DeleteResourcePolicyRequest request)
        => new() { ResourceArn = request.ResourceArn, ExpectedRevisionId = request.ExpectedRevisionId };

    public static DeleteResourcePolicyRequest FromSdk(Model.DeleteResourcePolicyRequest request)
        => new() { ResourceArn = request.ResourceArn, ExpectedRevisionId = request.ExpectedRevisionId };

    public static Model.DeleteResourcePolicyResponse ToSdk(DeleteResourcePolicyResponse response) => new() { RevisionId = response.RevisionId };

    public static DeleteResourcePolicyResponse FromSdk(Model.DeleteResourcePolicyResponse response) => new() { RevisionId = response.RevisionId };
}
