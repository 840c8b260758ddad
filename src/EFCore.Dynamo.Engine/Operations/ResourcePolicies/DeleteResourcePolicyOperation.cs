using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.ResourcePolicies;

/// <summary>DeleteResourcePolicy: removes the policy; a missing one is fine, unless the caller expects a revision.</summary>
internal sealed class DeleteResourcePolicyOperation(string? streamLabel, string? expectedRevisionId) : ITableChange<DeleteResourcePolicyResponse>
{
    private string? _removedRevisionId;

    public static async ValueTask<OperationResult<DeleteResourcePolicyResponse>> ExecuteAsync(
        EngineContext context, DeleteResourcePolicyRequest request, CancellationToken cancellationToken)
    {
        if (ResourcePolicyValidator.Validate(request, context.Names, out var arn) is { } error)
        {
            return error;
        }

        if (!PolicyResource.Find(context, arn).TryGet(out var table, out var notFound))
        {
            return notFound;
        }

        var operation = new DeleteResourcePolicyOperation(arn.PartName, request.ExpectedRevisionId);
        return await TableChange.ApplyAsync(context, table.Name, operation, cancellationToken).ConfigureAwait(false);
    }

    public ServiceError? Decide(TableSchema table, WriteTransaction transaction, out TableDocument? changed)
    {
        changed = null;
        var policy = AttachedResources.GetPolicy(table.Document, streamLabel);
        _removedRevisionId = policy?.RevisionId;
        if (PolicyResource.ValidateRevision(policy, expectedRevisionId, table.Name) is { } error)
        {
            return error;
        }

        if (policy is not null)
        {
            changed = AttachedResources.WithPolicy(table.Document, streamLabel, null);
        }

        return null;
    }

    public DeleteResourcePolicyResponse Complete(TableSchema table, WriteTransaction transaction) => new() { RevisionId = _removedRevisionId };
}
