using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using EFCore.Dynamo.Aws.Errors;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Aws.InProcess;

/// <summary>Answers requests of the SDK's pipeline from a client in process.</summary>
internal sealed class InProcessHandler : PipelineHandler
{
    private static readonly RequestIds Ids = new();

    /// <summary>Where requests go.</summary>
    public RequestDispatcher? Dispatcher { get; set; }

    /// <inheritdoc />
    public override void InvokeSync(IExecutionContext executionContext)
        => throw new NotSupportedException("The SDK has no synchronous operations on this platform.");

    /// <inheritdoc />
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        ArgumentNullException.ThrowIfNull(executionContext);
        var context = executionContext.RequestContext;
        context.CancellationToken.ThrowIfCancellationRequested();
        var requestId = Ids.Next();
        try
        {
            var response = await Dispatcher!.DispatchAsync(context.OriginalRequest, context.CancellationToken).ConfigureAwait(false); // set with the client
            response.HttpStatusCode = HttpStatusCode.OK;
            response.ResponseMetadata = new ResponseMetadata { RequestId = requestId };
            executionContext.ResponseContext.Response = response;
            return (T)response;
        }
        catch (DynamoServiceException exception)
        {
            throw ErrorCodec.ToSdk(exception, requestId);
        }
    }
}
