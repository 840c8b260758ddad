using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>
///     Which Amazon resource names take tags and policies: those of this region's and account's tables and streams. Each kind of operation has texts of its
///     own.
/// </summary>
internal static class ResourceArnRules
{
    private const int MaxLength = 1283;
    private const string Service = "dynamodb";
    private const string AwsPartition = "aws";

    public static void RequireConstraints(ref ConstraintErrors errors, string? resourceArn)
    {
        errors.RequireNotNull(resourceArn is not null, "resourceArn");
        errors.RequireMinLength(resourceArn, 1, "resourceArn");
        errors.RequireMaxLength(resourceArn, MaxLength, "resourceArn");
    }

    /// <summary>For tags: another account's resource, or another service's, is denied before anything else is said of it.</summary>
    public static ServiceError? ParseForTags(string text, ResourceNames names, out ResourceArn arn)
    {
        arn = default;
        if (!ResourceArn.HasPrefix(text))
        {
            return ServiceError.Validation(ResourceArnTexts.NoPrefix(text));
        }

        if (!ResourceArn.TryParse(text, out arn))
        {
            return ServiceError.Validation(ResourceArnTexts.NotOfDynamoDb(text));
        }

        if (arn.Service != Service)
        {
            return ServiceError.AccessDenied(ResourceArnTexts.AccessDenied);
        }

        if (arn.TableName is null || arn.PartKind is not (null or "stream" or "index"))
        {
            return ServiceError.Validation(ResourceArnTexts.NotOfDynamoDb(text));
        }

        if (arn.AccountId != names.AccountId)
        {
            return ServiceError.AccessDenied(ResourceArnTexts.AccessDenied);
        }

        if (arn.Region != names.Region || arn.Partition != AwsPartition || !ResourceName.IsValid(arn.TableName))
        {
            return ServiceError.Validation(ResourceArnTexts.InvalidTableArn(text));
        }

        return arn.PartKind == "index" ? ServiceError.Validation(ResourceArnTexts.NotTableOrStream(text)) : null;
    }

    /// <summary>For resource policies.</summary>
    public static ServiceError? ParseForPolicies(string text, ResourceNames names, out ResourceArn arn)
    {
        arn = default;
        if (!ResourceArn.HasPrefix(text))
        {
            return ServiceError.Validation(ResourceArnTexts.NoPrefix(text));
        }

        if (!ResourceArn.TryParse(text, out arn) || arn.Service != Service || arn.TableName is null || arn.PartKind is not (null or "stream" or "index"))
        {
            return ServiceError.Validation(ResourceArnTexts.NotOfDynamoDb(text));
        }

        if (arn.AccountId != names.AccountId)
        {
            return ServiceError.Validation(ResourceArnTexts.OtherAccount);
        }

        if (arn.Region != names.Region || arn.Partition != AwsPartition || !ResourceName.IsValid(arn.TableName))
        {
            return ServiceError.Validation(ResourceArnTexts.OtherRegion(text));
        }

        return arn.PartKind == "index" ? ServiceError.Validation(ResourceArnTexts.NotTableOrStream(text)) : null;
    }
}
