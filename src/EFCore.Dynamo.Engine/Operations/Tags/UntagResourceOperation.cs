using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Tags;

/// <summary>UntagResource: removes tags; those that are not there are fine. Visible at once.</summary>
internal sealed class UntagResourceOperation(HashSet<string> keys, string? streamLabel) : ITableChange<UntagResourceResponse>
{
    public static async ValueTask<OperationResult<UntagResourceResponse>> ExecuteAsync(
        EngineContext context, UntagResourceRequest request, CancellationToken cancellationToken)
    {
        if (TagValidator.Validate(request, context.Names, out var arn) is { } error)
        {
            return error;
        }

        var operation = new UntagResourceOperation(request.TagKeys!.ToHashSet(StringComparer.Ordinal), arn.PartName); // required by TagValidator
        return await TaggedResource.ChangeAsync(
            context, request.ResourceArn!, arn, operation, cancellationToken).ConfigureAwait(false); // required by TagValidator
    }

    public ServiceError? Decide(TableSchema table, WriteTransaction transaction, out TableDocument? changed)
    {
        var before = AttachedResources.GetTags(table.Document, streamLabel);
        var after = before.Where(tag => !keys.Contains(tag.Key)).ToList();
        changed = after.Count == before.Count ? null : AttachedResources.WithTags(table.Document, streamLabel, after);
        return null;
    }

    public UntagResourceResponse Complete(TableSchema table, WriteTransaction transaction) => new();
}
