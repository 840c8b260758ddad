using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Tags;

/// <summary>The rules of TagResource, UntagResource and ListTagsOfResource, in the service's order: members, resource name, tags.</summary>
internal static class TagValidator
{
    public static ServiceError? Validate(TagResourceRequest request, ResourceNames names, out ResourceArn arn)
    {
        arn = default;
        var errors = default(ConstraintErrors);
        ResourceArnRules.RequireConstraints(ref errors, request.ResourceArn);
        errors.RequireNotNull(request.Tags is not null, "tags");
        if ((errors.ToError() ?? ResourceArnRules.ParseForTags(request.ResourceArn!, names, out arn)) is { } error) // required just above
        {
            return error;
        }

        return request.Tags!.Count == 0 ? ServiceError.Validation(TagTexts.TagsEmpty) : TagRules.ValidateTags(request.Tags);
    }

    public static ServiceError? Validate(UntagResourceRequest request, ResourceNames names, out ResourceArn arn)
    {
        arn = default;
        var errors = default(ConstraintErrors);
        ResourceArnRules.RequireConstraints(ref errors, request.ResourceArn);
        errors.RequireNotNull(request.TagKeys is not null, "tagKeys");
        if ((errors.ToError() ?? ResourceArnRules.ParseForTags(request.ResourceArn!, names, out arn)) is { } error) // required just above
        {
            return error;
        }

        return request.TagKeys!.Count == 0 ? ServiceError.Validation(TagTexts.TagKeysEmpty) : TagRules.ValidateKeys(request.TagKeys);
    }

    public static ServiceError? Validate(ListTagsOfResourceRequest request, ResourceNames names, out ResourceArn arn)
    {
        arn = default;
        var errors = default(ConstraintErrors);
        ResourceArnRules.RequireConstraints(ref errors, request.ResourceArn);
        if ((errors.ToError() ?? ResourceArnRules.ParseForTags(request.ResourceArn!, names, out arn)) is { } error) // required just above
        {
            return error;
        }

        return request.NextToken is null ? null : ServiceError.Validation(TagTexts.InvalidNextToken);
    }
}
