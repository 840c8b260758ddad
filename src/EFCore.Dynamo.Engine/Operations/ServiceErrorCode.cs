namespace EFCore.Dynamo.Engine.Operations;

/// <summary>The service's error codes that the engine's operations end in.</summary>
internal enum ServiceErrorCode
{
    Validation,
    ResourceNotFound,
    ResourceInUse,
    ConditionalCheckFailed,
    IdempotentParameterMismatch,
    ItemCollectionSizeLimitExceeded,
    TransactionCanceled,
}
