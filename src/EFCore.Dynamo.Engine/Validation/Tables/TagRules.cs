using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of the tags of a resource.</summary>
internal static class TagRules
{
    public const int MaxTags = 50;

    /// <summary>The tags of a new table: distinct keys, not more than a resource may have.</summary>
    public static ServiceError? ValidateNew(IReadOnlyList<Tag>? tags)
    {
        if (tags is null)
            return null;
        if (tags.Select(static tag => tag.Key).Distinct(StringComparer.Ordinal).Count() < tags.Count)
            return ServiceError.Validation(TableTexts.DuplicateTagKeys);
        return tags.Count > MaxTags ? ServiceError.Validation(TableTexts.TooManyTags) : null;
    }
}
