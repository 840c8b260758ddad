using System.Net;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Errors;

/// <summary>The SDK's exceptions to those of Abstractions and back, by the service's code.</summary>
internal static class ErrorCodec
{
    // Not every operation declares every error: where one does not, the SDK throws its general exception with the code, so the code decides, not the type.
    private static readonly Dictionary<string, Func<string, Exception?, DynamoServiceException>> FromCode = new(StringComparer.Ordinal)
    {
        ["ValidationException"] = static (message, inner) => new DynamoValidationException(message, inner),
        ["ResourceNotFoundException"] = static (message, inner) => new ResourceNotFoundException(message, inner),
        ["ResourceInUseException"] = static (message, inner) => new ResourceInUseException(message, inner),
        ["LimitExceededException"] = static (message, inner) => new LimitExceededException(message, inner),
        ["ProvisionedThroughputExceededException"] = static (message, inner) => new ProvisionedThroughputExceededException(message, inner),
        ["ThrottlingException"] = static (message, inner) => new ThrottlingException(message, inner),
        ["RequestLimitExceeded"] = static (message, inner) => new RequestLimitExceededException(message, inner),
        ["TransactionConflictException"] = static (message, inner) => new TransactionConflictException(message, inner),
        ["TransactionInProgressException"] = static (message, inner) => new TransactionInProgressException(message, inner),
        ["IdempotentParameterMismatchException"] = static (message, inner) => new IdempotentParameterMismatchException(message, inner),
        ["ItemCollectionSizeLimitExceededException"] = static (message, inner) => new ItemCollectionSizeLimitExceededException(message, inner),
        ["DuplicateItemException"] = static (message, inner) => new DuplicateItemException(message, inner),
        ["AccessDeniedException"] = static (message, inner) => new AccessDeniedException(message, inner),
        ["PolicyNotFoundException"] = static (message, inner) => new PolicyNotFoundException(message, inner),
        ["ExpiredIteratorException"] = static (message, inner) => new ExpiredIteratorException(message, inner),
        ["TrimmedDataAccessException"] = static (message, inner) => new TrimmedDataAccessException(message, inner),
        ["AccessDeniedException"] = static (message, inner) => new AccessDeniedException(message, inner),
        ["InternalServerError"] = static (message, inner) => new InternalServerErrorException(message, inner),
        ["ServiceUnavailable"] = static (message, inner) => new ServiceUnavailableException(message, inner),
        ["ConditionalCheckFailedException"] = static (message, inner)
            => new ConditionalCheckFailedException(ItemCodec.FromSdk((inner as Model.ConditionalCheckFailedException)?.Item), message, inner),
        ["TransactionCanceledException"] = static (message, inner)
            => new TransactionCanceledException(message, FromSdk((inner as Model.TransactionCanceledException)?.CancellationReasons), inner),
    };

    private delegate AmazonDynamoDBException SdkConstructor(
        string message, Exception inner, ErrorType type, string code, string requestId, HttpStatusCode status);

    private static readonly Dictionary<string, SdkConstructor> ToCode = new(StringComparer.Ordinal)
    {
        ["ResourceNotFoundException"] = static (message, inner, type, code, id, status) => new Model.ResourceNotFoundException(
            message, inner, type, code, id, status),
        ["ResourceInUseException"] = static (message, inner, type, code, id, status) => new Model.ResourceInUseException(
            message, inner, type, code, id, status),
        ["LimitExceededException"] = static (message, inner, type, code, id, status) => new Model.LimitExceededException(
            message, inner, type, code, id, status),
        ["ProvisionedThroughputExceededException"] = static (message, inner, type, code, id, status) => new Model.ProvisionedThroughputExceededException(
            message, inner, type, code, id, status),
        ["ThrottlingException"] = static (message, inner, type, code, id, status) => new Model.ThrottlingException(message, inner, type, code, id, status),
        ["RequestLimitExceeded"] = static (message, inner, type, code, id, status) => new Model.RequestLimitExceededException(
            message, inner, type, code, id, status),
        ["TransactionConflictException"] = static (message, inner, type, code, id, status) => new Model.TransactionConflictException(
            message, inner, type, code, id, status),
        ["TransactionInProgressException"] = static (message, inner, type, code, id, status) => new Model.TransactionInProgressException(
            message, inner, type, code, id, status),
        ["IdempotentParameterMismatchException"] = static (message, inner, type, code, id, status) => new Model.IdempotentParameterMismatchException(
            message, inner, type, code, id, status),
        ["ItemCollectionSizeLimitExceededException"] = static (message, inner, type, code, id, status) => new Model.ItemCollectionSizeLimitExceededException(
            message, inner, type, code, id, status),
        ["DuplicateItemException"] = static (message, inner, type, code, id, status) => new Model.DuplicateItemException(
            message, inner, type, code, id, status),
        ["PolicyNotFoundException"] = static (message, inner, type, code, id, status) => new Model.PolicyNotFoundException(
            message, inner, type, code, id, status),
        ["InternalServerError"] = static (message, inner, type, code, id, status) => new Model.InternalServerErrorException(
            message, inner, type, code, id, status),
        ["ConditionalCheckFailedException"] = static (message, inner, type, code, id, status) => new Model.ConditionalCheckFailedException(
            message, inner, type, code, id, status)
        {
            Item = ItemCodec.ToSdk((inner as ConditionalCheckFailedException)?.Item),
        },
        ["TransactionCanceledException"] = static (message, inner, type, code, id, status) => new Model.TransactionCanceledException(
            message, inner, type, code, id, status)
        {
            CancellationReasons = Collections.ToSdk((inner as TransactionCanceledException)?.CancellationReasons, ToSdk),
        },
    };

    /// <summary>The error that the service answered.</summary>
    public static DynamoServiceException FromSdk(AmazonServiceException exception)
    {
        if (exception.ErrorCode is { } code && FromCode.TryGetValue(code, out var create))
        {
            return create(exception.Message, exception);
        }

        // An answer without a code is a proxy's, or the service's when it is overwhelmed.
        return exception.StatusCode == HttpStatusCode.ServiceUnavailable
            ? new ServiceUnavailableException(exception.Message, exception)
            : new OtherServiceException(exception.ErrorCode ?? "UnknownError", exception.Message, (int)exception.StatusCode, exception);
    }

    /// <summary>The exception that the SDK throws for the error.</summary>
    /// <param name="error">The error; it becomes the inner exception.</param>
    /// <param name="requestId">The request's id.</param>
    public static AmazonDynamoDBException ToSdk(DynamoServiceException error, string requestId)
    {
        var status = (HttpStatusCode)error.StatusCode;

        // The service's JSON does not say whose fault it is, so the SDK leaves the type open.
        return ToCode.TryGetValue(error.ErrorCode, out var create)
            ? create(error.Message, error, ErrorType.Unknown, error.ErrorCode, requestId, status)
            : new AmazonDynamoDBException(error.Message, error, ErrorType.Unknown, error.ErrorCode, requestId, status);
    }

    private static List<CancellationReason> FromSdk(List<Model.CancellationReason>? reasons)
        => reasons?.ConvertAll(static reason => new CancellationReason(reason.Code, reason.Message, ItemCodec.FromSdk(reason.Item))) ?? [];

    private static Model.CancellationReason ToSdk(CancellationReason reason)
        => new() { Code = reason.Code, Message = reason.Message, Item = ItemCodec.ToSdk(reason.Item) };
}
