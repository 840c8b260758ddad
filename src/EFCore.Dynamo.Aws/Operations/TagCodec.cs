using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>TagResource, UntagResource and ListTagsOfResource to the SDK's types and back.</summary>
internal static class TagCodec
{
    public static Model.TagResourceRequest ToSdk(TagResourceRequest request)
        => new() { ResourceArn = request.ResourceArn, Tags = TableOptionsCodec.ToSdk(request.Tags) };

    public static TagResourceRequest FromSdk(Model.TagResourceRequest request)
        => new() { ResourceArn = request.ResourceArn, Tags = TableOptionsCodec.FromSdk(request.Tags) };

    public static Model.UntagResourceRequest ToSdk(UntagResourceRequest request)
        => new() { ResourceArn = request.ResourceArn, TagKeys = NamesCodec.ToSdk(request.TagKeys) };

    public static UntagResourceRequest FromSdk(Model.UntagResourceRequest request)
        => new() { ResourceArn = request.ResourceArn, TagKeys = NamesCodec.FromSdk(request.TagKeys) };

    public static Model.ListTagsOfResourceRequest ToSdk(ListTagsOfResourceRequest request)
        => new() { ResourceArn = request.ResourceArn, NextToken = request.NextToken };

    public static ListTagsOfResourceRequest FromSdk(Model.ListTagsOfResourceRequest request)
        => new() { ResourceArn = request.ResourceArn, NextToken = request.NextToken };

    public static Model.ListTagsOfResourceResponse ToSdk(ListTagsOfResourceResponse response)
        => new() { Tags = TableOptionsCodec.ToSdk(response.Tags), NextToken = response.NextToken };

    public static ListTagsOfResourceResponse FromSdk(Model.ListTagsOfResourceResponse response)
        => new() { Tags = TableOptionsCodec.FromSdk(response.Tags) ?? [], NextToken = response.NextToken };
}
