using Amazon.DynamoDBv2;
using EFCore.Dynamo.Aws.Diagnostics;
using EFCore.Dynamo.Aws.Errors;
using EFCore.Dynamo.Aws.Retries;
using Polly;

namespace EFCore.Dynamo.Aws;

/// <summary>Sends SDK requests through the retry pipelines, and gives errors as Abstractions has them.</summary>
internal sealed class RequestSender(IAmazonDynamoDB sdk, RetryPipelines pipelines, string target)
{
    /// <summary>Sends a request until it is answered or the pipeline gives up.</summary>
    public ValueTask<TResponse> SendAsync<TRequest, TResponse>(
        Operation operation,
        TRequest request,
        Func<IAmazonDynamoDB, TRequest, CancellationToken, Task<TResponse>> send,
        CancellationToken cancellationToken)
        => RunAsync(
            operation,
            (sdk, request, send),
            static async (state, token) => await state.send(state.sdk, state.request, token).ConfigureAwait(false),
            cancellationToken);

    /// <summary>Runs an attempt until it succeeds or the pipeline gives up.</summary>
    /// <param name="operation">What it is about.</param>
    /// <param name="state">What attempts work on; may change from one to the next.</param>
    /// <param name="attempt">Calls the SDK once.</param>
    /// <param name="cancellationToken">Ends the attempt or the wait.</param>
    public async ValueTask<TResult> RunAsync<TState, TResult>(
        Operation operation, TState state, Func<TState, CancellationToken, ValueTask<TResult>> attempt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var scope = AwsTelemetry.Operations.Begin(operation.Name, operation.TableName);
        var context = ResilienceContextPool.Shared.Get(operation.Name, continueOnCapturedContext: false, cancellationToken);
        try
        {
            var pipeline = operation.IsRepeatable ? pipelines.Repeatable : pipelines.Once;
            var outcome = await pipeline.ExecuteOutcomeAsync(TryAsync, context, (target, state, attempt)).ConfigureAwait(false);
            if (outcome.Exception is { } exception)
            {
                scope?.Fail(exception);
            }

            outcome.ThrowIfException();
            return outcome.Result!; // a response, since there is no exception
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static async ValueTask<Outcome<TResult>> TryAsync<TState, TResult>(
        ResilienceContext context, (string Target, TState State, Func<TState, CancellationToken, ValueTask<TResult>> Attempt) call)
    {
        var token = context.CancellationToken;
        token.ThrowIfCancellationRequested();
        try
        {
            return Outcome.FromResult(await call.Attempt(call.State, token).ConfigureAwait(context.ContinueOnCapturedContext));
        }
        catch (Exception exception) when (CallErrors.IsTranslated(exception, token))
        {
            return Outcome.FromException<TResult>(CallErrors.Translate(exception, call.Target));
        }
    }
}
