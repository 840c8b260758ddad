using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.BatchExecuteStatement;

/// <summary>What a batch says of a statement that failed. One that was rejected before it ran does not name its table.</summary>
internal static class BatchStatements
{
    public static BatchStatementResponse Reject(ServiceError error) => Fail(error, tableName: null);

    public static BatchStatementResponse Fail(ServiceError error, string? tableName)
        => new() { Error = new BatchStatementError(CodeOf(error.Code), error.Message, error.Item), TableName = tableName };

    private static string CodeOf(ServiceErrorCode code) => code switch
    {
        ServiceErrorCode.ConditionalCheckFailed => "ConditionalCheckFailed",
        ServiceErrorCode.DuplicateItem => "DuplicateItem",
        ServiceErrorCode.AccessDenied => "AccessDenied",
        ServiceErrorCode.ResourceNotFound => "ResourceNotFound",
        ServiceErrorCode.ItemCollectionSizeLimitExceeded => "ItemCollectionSizeLimitExceeded",
        _ => "ValidationError",
    };
}
