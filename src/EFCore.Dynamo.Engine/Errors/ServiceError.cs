using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Errors;

/// <summary>An expected failure as a value: it becomes an exception only in <see cref="EmbeddedDynamoClient" />.</summary>
internal sealed class ServiceError
{
    private ServiceError(ServiceErrorCode code, string message, Item? item = null, IReadOnlyList<CancellationReason>? reasons = null)
    {
        Code = code;
        Message = message;
        Item = item;
        CancellationReasons = reasons;
    }

    public ServiceErrorCode Code { get; }

    public string Message { get; }

    /// <summary>The item a condition failed on, where the request asked for it.</summary>
    public Item? Item { get; }

    public IReadOnlyList<CancellationReason>? CancellationReasons { get; }

    public static ServiceError Validation(string message) => new(ServiceErrorCode.Validation, message);

    /// <summary>The same, as the operation words it.</summary>
    public static ServiceError Validation(string message, OperationDialect dialect) => Validation(dialect.Word(message));

    /// <summary>Of an attribute value that is none.</summary>
    public static ServiceError Validation(ValueFinding finding, OperationDialect dialect) => Validation(dialect.Word(finding));

    public static ServiceError EmptyKeyValue(string message) => new(ServiceErrorCode.EmptyKeyValue, message);

    public static ServiceError NoSingleItem(string message) => new(ServiceErrorCode.NoSingleItem, message);

    public static ServiceError ResourceNotFound(string message) => new(ServiceErrorCode.ResourceNotFound, message);

    public static ServiceError ResourceInUse(string message) => new(ServiceErrorCode.ResourceInUse, message);

    public static ServiceError LimitExceeded(string message) => new(ServiceErrorCode.LimitExceeded, message);

    public static ServiceError AccessDenied(string message) => new(ServiceErrorCode.AccessDenied, message);

    public static ServiceError PolicyNotFound(string message) => new(ServiceErrorCode.PolicyNotFound, message);

    public static ServiceError IdempotentParameterMismatch(string message) => new(ServiceErrorCode.IdempotentParameterMismatch, message);

    public static ServiceError ItemCollectionSizeLimitExceeded(string message) => new(ServiceErrorCode.ItemCollectionSizeLimitExceeded, message);

    public static ServiceError ExpiredIterator(string message) => new(ServiceErrorCode.ExpiredIterator, message);

    public static ServiceError TrimmedDataAccess(string message) => new(ServiceErrorCode.TrimmedDataAccess, message);

    public static ServiceError ConditionalCheckFailed(Item? item)
        => new(ServiceErrorCode.ConditionalCheckFailed, ConditionalCheckFailedException.DefaultMessage, item);

    public static ServiceError DuplicateItem(string message) => new(ServiceErrorCode.DuplicateItem, message);

    public static ServiceError TransactionCanceled(IReadOnlyList<CancellationReason> reasons)
        => new(ServiceErrorCode.TransactionCanceled, string.Empty, null, reasons);

    public DynamoServiceException ToException() => Code switch
    {
        ServiceErrorCode.Validation or ServiceErrorCode.EmptyKeyValue or ServiceErrorCode.NoSingleItem => new DynamoValidationException(Message),
        ServiceErrorCode.ResourceNotFound => new ResourceNotFoundException(Message),
        ServiceErrorCode.ResourceInUse => new ResourceInUseException(Message),
        ServiceErrorCode.LimitExceeded => new LimitExceededException(Message),
        ServiceErrorCode.AccessDenied => new AccessDeniedException(Message),
        ServiceErrorCode.PolicyNotFound => new PolicyNotFoundException(Message),
        ServiceErrorCode.ConditionalCheckFailed => new ConditionalCheckFailedException(Item, Message),
        ServiceErrorCode.IdempotentParameterMismatch => new IdempotentParameterMismatchException(Message),
        ServiceErrorCode.ItemCollectionSizeLimitExceeded => new ItemCollectionSizeLimitExceededException(Message),
        ServiceErrorCode.ExpiredIterator => new ExpiredIteratorException(Message),
        ServiceErrorCode.TrimmedDataAccess => new TrimmedDataAccessException(Message),
        ServiceErrorCode.DuplicateItem => new DuplicateItemException(Message),
        ServiceErrorCode.TransactionCanceled => new TransactionCanceledException(CancellationReasons!), // set by the only factory of this code
        _ => throw new System.Diagnostics.UnreachableException($"No exception for {Code}."),
    };
}
