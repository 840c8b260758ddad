namespace EFCore.Dynamo.Engine.Errors;

/// <summary>The service's error codes that the engine's operations end in.</summary>
internal enum ServiceErrorCode
{
    /// <summary>The request breaks a rule of the service: <c>ValidationException</c>.</summary>
    Validation,

    /// <summary>A ValidationException too, but one that fails a transaction as a whole instead of being a part's reason.</summary>
    EmptyKeyValue,

    /// <summary>A ValidationException too: a statement that reads no single item, which no transaction takes, whatever the others are.</summary>
    NoSingleItem,

    /// <summary>There is no such table, stream or resource.</summary>
    ResourceNotFound,

    /// <summary>The table or index is there already, or in a status that does not allow the change.</summary>
    ResourceInUse,

    /// <summary>Too many tables, or too many changes in a time.</summary>
    LimitExceeded,

    /// <summary>The resource is of another account, or a policy would lock out who puts it.</summary>
    AccessDenied,

    /// <summary>The resource has no policy, or not the revision that the request expects.</summary>
    PolicyNotFound,

    /// <summary>The condition of a write is false.</summary>
    ConditionalCheckFailed,

    /// <summary>A token was used before with another request.</summary>
    IdempotentParameterMismatch,

    /// <summary>The items of one partition key, with their local index entries, would exceed 10 GB.</summary>
    ItemCollectionSizeLimitExceeded,

    /// <summary>An INSERT meets an item.</summary>
    DuplicateItem,

    /// <summary>One part of a transaction cannot be carried out; the error has a reason for each part.</summary>
    TransactionCanceled,

    /// <summary>A shard iterator is too old.</summary>
    ExpiredIterator,

    /// <summary>Stream records that are asked for are gone.</summary>
    TrimmedDataAccess,
}
