using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.IO.Hashing;
using System.IO.Pipelines;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Protocol;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Server.Authentication;
using EFCore.Dynamo.Server.Operations;
using EFCore.Dynamo.Wire;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EFCore.Dynamo.Server.Http;

/// <summary>Answers one request: the loop's body.</summary>
/// <param name="client">Answers what the requests ask for.</param>
/// <param name="routes">The operations, by name.</param>
/// <param name="authentication">Whom to let in.</param>
/// <param name="bodies">Reads what is sent, within its limits.</param>
/// <param name="region">What the health line names.</param>
/// <param name="logger">What is no request's fault.</param>
internal sealed class RequestHandler(
    IDynamoClient client,
    FrozenDictionary<string, OperationRoute> routes,
    IRequestAuthentication authentication,
    BodyReader bodies,
    string region,
    ILogger logger)
{
    private const string JsonContentType = "application/json";

    // Of another method or type of body; the service answers so in front of anything that knows JSON.
    private static readonly byte[] UnknownOperationXml = "<UnknownOperationException/>\n"u8.ToArray();

    private readonly RequestIds _requestIds = new();
    private readonly byte[] _health = System.Text.Encoding.ASCII.GetBytes($"healthy: dynamodb.{region}.amazonaws.com ");

    public async Task HandleAsync(RequestContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception exception) when (IsDeparture(exception, context.Http))
        {
            // There is nobody to answer.
            ServerLog.ConnectionLost(logger, exception.Message);
            context.Http.Abort();
        }
    }

    private async ValueTask AnswerAsync(RequestContext context)
    {
        var http = context.Http;
        try
        {
            http.Response.Headers.Server = "Server";
            http.Response.Headers["x-amzn-RequestId"] = _requestIds.Next();
            if (RequestHead.IsTooLarge(http))
            {
                await RefuseAsync(http, StatusCodes.Status400BadRequest);
            }
            else if (!CrossOrigin.TryAnswer(http))
            {
                await AnswerMethodAsync(context);
            }
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            // A body cut short, too slow, or not in the form that its headers announce; what follows it on the connection means nothing.
            ServerLog.ConnectionLost(logger, exception.Message);
            await RefuseAsync(http, exception.StatusCode);
        }
        catch (Exception exception) when (!IsDeparture(exception, http))
        {
            ServerLog.RequestFailed(logger, GetOperation(http), exception);
            await SendErrorAsync(context, new InternalServerErrorException("Internal server error", exception));
        }
    }

    private ValueTask AnswerMethodAsync(RequestContext context)
    {
        var http = context.Http;
        if (HttpMethods.IsPost(http.Request.Method))
        {
            return HandlePostAsync(context);
        }

        return HttpMethods.IsGet(http.Request.Method) && http.Request.Path.Value == "/"
            ? SendAsync(http, StatusCodes.Status200OK, null, _health)
            : SendAsync(http, StatusCodes.Status404NotFound, null, UnknownOperationXml);
    }

    /// <summary>Answers what is no request of HTTP as the service takes it, and ends the connection.</summary>
    private static ValueTask RefuseAsync(HttpContext http, int statusCode)
    {
        http.Response.Headers.Connection = "close";
        return SendAsync(http, statusCode, null, default);
    }

    private static bool IsDeparture(Exception exception, HttpContext http)
        => exception is ConnectionResetException or ConnectionAbortedException or BadHttpRequestException
            || (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested);

    private async ValueTask HandlePostAsync(RequestContext context)
    {
        var http = context.Http;
        var reader = http.Request.BodyReader;
        ReadOnlySequence<byte>? sent = null;
        try
        {
            sent = await bodies.ReadAsync(context);
            await ExecuteAsync(context, sent.Value);
        }
        catch (ProtocolException exception) when (sent is null)
        {
            // What is still on its way is not read: the connection ends with the answer.
            http.Response.Headers.Connection = "close";
            await SendErrorAsync(context, exception);
        }
        finally
        {
            if (sent is { } body)
            {
                reader.AdvanceTo(body.End);
            }

            bodies.Release(context);
        }
    }

    private async ValueTask ExecuteAsync(RequestContext context, ReadOnlySequence<byte> sent)
    {
        var http = context.Http;
        var contentType = ContentTypes.GetMediaType(http.Request.ContentType);
        if (!sent.IsEmpty && contentType is not (ContentTypes.AmazonJson or JsonContentType))
        {
            await SendAsync(http, StatusCodes.Status404NotFound, null, UnknownOperationXml);
            return;
        }

        try
        {
            var body = RequestDecompression.Decompress(http.Request.Headers.ContentEncoding, sent, bodies.MaxBytes);
            if (contentType == JsonContentType)
            {
                await SendWrappedErrorAsync(context, body);
                return;
            }

            var route = Find(http.Request, sent, body);
            if (route is DescribeEndpointsRoute endpoints)
            {
                route = endpoints.At(http.Request.Host.Value);
            }

            await route.ExecuteAsync(client, body, context.Response.Json, http.RequestAborted);
            context.Response.Complete();
            await SendJsonAsync(context, StatusCodes.Status200OK);
            ServerLog.Answered(logger, route.Name);
        }
        catch (DynamoServiceException exception)
        {
            if (exception.StatusCode >= StatusCodes.Status500InternalServerError)
            {
                ServerLog.RequestFailed(logger, GetOperation(http), exception);
            }
            else
            {
                ServerLog.Refused(logger, GetOperation(http), exception.ErrorCode, exception.Message);
            }

            await SendErrorAsync(context, exception);
        }
    }

    private OperationRoute Find(HttpRequest request, ReadOnlySequence<byte> sent, ReadOnlySequence<byte> body)
    {
        var target = request.Headers["X-Amz-Target"].ToString();
        var refusal = routes.TryGetValue(target, out var route)
            ? authentication.Check(request, sent)
            : OperationTable.CreateUnknownOperation(target);
        if (refusal is null)
        {
            return route!; // found, or there were a refusal
        }

        // The service parses the body before it looks at target and signature, but for one that is not there.
        throw body.IsEmpty || JsonText.IsObject(body) ? refusal : ProtocolException.NotJson();
    }

    /// <summary>What the client asked for, in its own words, without the service's name in front.</summary>
    private static string GetOperation(HttpContext http)
    {
        var target = http.Request.Headers["X-Amz-Target"].ToString();
        return target[(target.LastIndexOf('.') + 1)..];
    }

    private static ValueTask SendErrorAsync(RequestContext context, DynamoServiceException exception)
    {
        if (context.Http.Response.HasStarted)
        {
            context.Http.Abort();
            return ValueTask.CompletedTask;
        }

        context.Response.Clear();
        ErrorWriter.Write(context.Response.Json, exception);
        context.Response.Complete();
        return SendJsonAsync(context, exception.StatusCode);
    }

    /// <summary>Of the content type <c>application/json</c> the service knows no operation, and wraps its answer.</summary>
    private static ValueTask SendWrappedErrorAsync(RequestContext context, ReadOnlySequence<byte> body)
    {
        var isJson = body.IsEmpty || JsonText.IsObject(body);
        ErrorWriter.WriteWrapped(context.Response.Json, isJson ? ProtocolException.UnknownOperation() : ProtocolException.NotJson());
        context.Response.Complete();
        return SendJsonAsync(context, isJson ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
    }

    private static ValueTask SendJsonAsync(RequestContext context, int statusCode)
    {
        var http = context.Http;
        var contentType = ContentTypes.GetMediaType(http.Request.ContentType) == ContentTypes.AmazonJson ? ContentTypes.AmazonJson : JsonContentType;
        var body = context.Response.WrittenMemory;
        if (ResponseCompression.Choose(http.Request.Headers.AcceptEncoding, body.Length) is { } encoding)
        {
            http.Response.Headers.ContentEncoding = encoding;
            body = ResponseCompression.Compress(encoding, body.Span);
        }

        return SendAsync(http, statusCode, contentType, body);
    }

    /// <summary>The checksum is that of the bytes on the wire, compressed or not.</summary>
    private static ValueTask SendAsync(HttpContext http, int statusCode, string? contentType, ReadOnlyMemory<byte> body)
    {
        var response = http.Response;
        response.StatusCode = statusCode;
        if (contentType is not null)
        {
            response.ContentType = contentType;
        }

        response.ContentLength = body.Length;
        response.Headers["x-amz-crc32"] = Crc32.HashToUInt32(body.Span).ToString(CultureInfo.InvariantCulture);
        var sent = response.BodyWriter.WriteAsync(body, http.RequestAborted);

        // The socket nearly always takes the whole answer at once.
        if (!sent.IsCompletedSuccessfully)
        {
            return WaitAsync(sent);
        }

        _ = sent.Result;
        return ValueTask.CompletedTask;

        static async ValueTask WaitAsync(ValueTask<FlushResult> sent) => await sent;
    }
}
