using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Schema;

namespace EFCore.Dynamo.Engine.Operations.Tags;

/// <summary>Finds what an Amazon resource name names, for tags: a missing one is reported by the whole name, not by the table's.</summary>
internal static class TaggedResource
{
    /// <summary>The table, of the name itself or of the stream; null where either is missing.</summary>
    public static TableSchema? Find(EngineContext context, in ResourceArn arn)
        => context.FindDefinition(arn.TableName!) is { } table && (arn.PartName is null || context.HasStream(table, arn.PartName))
            ? table
            : null; // parsed names have a table

    public static async ValueTask<OperationResult<TResponse>> ChangeAsync<TResponse>(
        EngineContext context, string resourceArn, ResourceArn arn, ITableChange<TResponse> change, CancellationToken cancellationToken)
        where TResponse : class
    {
        if (Find(context, arn) is not { } table)
        {
            return ServiceError.ResourceNotFound(ResourceArnTexts.ResourceNotFound(resourceArn));
        }

        var result = await TableChange.ApplyAsync(context, table.Name, change, cancellationToken).ConfigureAwait(false);
        return result.Error is { Code: ServiceErrorCode.ResourceNotFound }
            ? ServiceError.ResourceNotFound(ResourceArnTexts.ResourceNotFound(resourceArn))
            : result;
    }
}
