using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.Tags;

/// <summary>TagResource: adds tags, or gives new values to those that are there; the limits are those of all tags together. Visible at once.</summary>
internal sealed class TagResourceOperation(IReadOnlyList<Tag> tags, string? streamLabel) : ITableChange<TagResourceResponse>
{
    public static async ValueTask<OperationResult<TagResourceResponse>> ExecuteAsync(
        EngineContext context, TagResourceRequest request, CancellationToken cancellationToken)
    {
        if (TagValidator.Validate(request, context.Names, out var arn) is { } error)
        {
            return error;
        }

        var operation = new TagResourceOperation([.. request.Tags!], arn.PartName); // required by TagValidator
        return await TaggedResource.ChangeAsync(
            context, request.ResourceArn!, arn, operation, cancellationToken).ConfigureAwait(false); // required by TagValidator
    }

    public ServiceError? Decide(TableSchema table, WriteTransaction transaction, out TableDocument? changed)
    {
        changed = null;
        var before = AttachedResources.GetTags(table.Document, streamLabel);
        var after = before.ToList();
        foreach (var tag in tags)
        {
            var at = after.FindIndex(present => string.Equals(present.Key, tag.Key, StringComparison.Ordinal));
            if (at < 0)
            {
                after.Add(tag);
            }
            else
            {
                after[at] = tag;
            }
        }

        if (TagRules.ValidateSet(after) is { } error)
        {
            return error;
        }

        if (!after.SequenceEqual(before))
        {
            changed = AttachedResources.WithTags(table.Document, streamLabel, after);
        }

        return null;
    }

    public TagResourceResponse Complete(TableSchema table, WriteTransaction transaction) => new();
}
