namespace EFCore.Dynamo.Engine.Errors;

/// <summary>The service's error codes that the engine's operations end in.</summary>
internal enum ServiceErrorCode
{
    Validation,

    /// <summary>A ValidationException too, but one that fails a transaction as a whole instead of being a part's reason.</summary>
    EmptyKeyValue,

    /// <summary>A ValidationException too: a statement that reads no single item, which no transaction takes, whatever the others are.</summary>
    NoSingleItem,
    ResourceNotFound,
    ResourceInUse,
    LimitExceeded,
    AccessDenied,
    PolicyNotFound,
    ConditionalCheckFailed,
    IdempotentParameterMismatch,
    ItemCollectionSizeLimitExceeded,
    DuplicateItem,
    TransactionCanceled,
    ExpiredIterator,
    TrimmedDataAccess,
}
