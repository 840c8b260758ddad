using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using Amazon.DynamoDBv2;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Server.Tests.Sdk;

/// <summary>The SDK's exceptions to those of Abstractions.</summary>
internal static class SdkErrors
{
    public static Exception Translate(AmazonDynamoDBException exception) => exception switch
    {
        Model.ConditionalCheckFailedException failed => new ConditionalCheckFailedException(SdkValues.FromSdk(failed.Item), failed.Message, failed),
        Model.TransactionCanceledException canceled => new TransactionCanceledException(
            canceled.Message, canceled.CancellationReasons.ConvertAll(static reason => new CancellationReason(reason.Code, reason.Message, SdkValues.FromSdk(reason.Item))), canceled),
        Model.ResourceNotFoundException => new ResourceNotFoundException(exception.Message, exception),
        Model.ResourceInUseException => new ResourceInUseException(exception.Message, exception),
        Model.IdempotentParameterMismatchException => new IdempotentParameterMismatchException(exception.Message, exception),
        Model.ItemCollectionSizeLimitExceededException => new ItemCollectionSizeLimitExceededException(exception.Message, exception),
        { ErrorCode: "ValidationException" } => new DynamoValidationException(exception.Message, exception),
        _ => exception,
    };
}
