using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Schema;

namespace EFCore.Dynamo.Engine.Operations.ResourcePolicies;

/// <summary>Finds what an Amazon resource name names, for policies, and compares revisions.</summary>
internal static class PolicyResource
{
    /// <summary>What callers expect who mean that there is no policy yet.</summary>
    private const string NoPolicy = "NO_POLICY";

    public static Bound<TableSchema> Find(EngineContext context, in ResourceArn arn)
    {
        var name = arn.TableName!; // parsed names have a table
        if (context.FindDefinition(name) is not { } table)
        {
            return ServiceError.ResourceNotFound(ResourceTexts.TableNotFound(name));
        }

        return arn.PartName is null || context.HasStream(table, arn.PartName)
            ? table
            : ServiceError.ResourceNotFound(ResourceArnTexts.StreamNotFound(arn.PartName, table.Name));
    }

    public static ServiceError? ValidateRevision(ResourcePolicyDocument? policy, string? expectedRevisionId, string tableName)
    {
        if (expectedRevisionId is null)
        {
            return null;
        }

        if (policy is null)
        {
            return expectedRevisionId == NoPolicy ? null : ServiceError.PolicyNotFound(PolicyTexts.NoPolicyToUpdate(expectedRevisionId, tableName));
        }

        if (expectedRevisionId == NoPolicy)
        {
            return ServiceError.PolicyNotFound(PolicyTexts.UnexpectedPolicy(tableName, policy.RevisionId));
        }

        return expectedRevisionId == policy.RevisionId
            ? null
            : ServiceError.PolicyNotFound(PolicyTexts.OtherRevision(expectedRevisionId, tableName, policy.RevisionId));
    }

    /// <summary>A policy's stored form and its revision: the time of the change in milliseconds, and later than the revision before.</summary>
    public static ResourcePolicyDocument CreateDocument(string canonical, DateTimeOffset now, ResourcePolicyDocument? before)
    {
        var revision = now.ToUnixTimeMilliseconds();
        if (before is not null && long.TryParse(before.RevisionId, System.Globalization.CultureInfo.InvariantCulture, out var last))
        {
            revision = Math.Max(revision, last + 1);
        }

        return new ResourcePolicyDocument(canonical, revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
