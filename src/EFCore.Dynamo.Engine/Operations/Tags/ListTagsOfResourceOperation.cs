using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Tags;

/// <summary>ListTagsOfResource: all tags in one page, as the service answers even fifty.</summary>
internal readonly struct ListTagsOfResourceOperation : IReadOperation<ListTagsOfResourceRequest, ListTagsOfResourceResponse>
{
    public static OperationResult<ListTagsOfResourceResponse> Execute(EngineContext context, ListTagsOfResourceRequest request)
    {
        if (TagValidator.Validate(request, context.Names, out var arn) is { } error)
        {
            return error;
        }

        return TaggedResource.Find(context, arn) is { } table
            ? new ListTagsOfResourceResponse { Tags = AttachedResources.GetTags(table.Document, arn.PartName) }
            : ServiceError.AccessDenied(ResourceArnTexts.AccessDenied); // who lists is not told what there is, while TagResource says it
    }
}
