using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.ResourcePolicies;

/// <summary>PutResourcePolicy: stores the policy in its canonical form; one that means the same keeps its revision. Visible at once.</summary>
internal sealed class PutResourcePolicyOperation(
    string canonical, string? streamLabel, string? expectedRevisionId, DateTimeOffset now) : ITableChange<PutResourcePolicyResponse>
{
    public static async ValueTask<OperationResult<PutResourcePolicyResponse>> ExecuteAsync(
        EngineContext context, PutResourcePolicyRequest request, CancellationToken cancellationToken)
    {
        if (ResourcePolicyValidator.Validate(request, context.Names, out var arn, out var canonical) is { } error)
        {
            return error;
        }

        if (!PolicyResource.Find(context, arn).TryGet(out var table, out var notFound))
        {
            return notFound;
        }

        var operation = new PutResourcePolicyOperation(canonical, arn.PartName, request.ExpectedRevisionId, context.TimeProvider.GetUtcNow());
        return await TableChange.ApplyAsync(context, table.Name, operation, cancellationToken).ConfigureAwait(false);
    }

    public ServiceError? Decide(TableSchema table, WriteTransaction transaction, out TableDocument? changed)
    {
        changed = null;
        var before = AttachedResources.GetPolicy(table.Document, streamLabel);
        if (PolicyResource.ValidateRevision(before, expectedRevisionId, table.Name) is { } error)
        {
            return error;
        }

        if (before?.Policy != canonical)
        {
            changed = AttachedResources.WithPolicy(table.Document, streamLabel, PolicyResource.CreateDocument(canonical, now, before));
        }

        return null;
    }

    public PutResourcePolicyResponse Complete(TableSchema table, WriteTransaction transaction)
        => new() { RevisionId = AttachedResources.GetPolicy(table.Document, streamLabel)?.RevisionId };
}
