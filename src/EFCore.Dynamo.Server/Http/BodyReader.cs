using System.Buffers;
using EFCore.Dynamo.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace EFCore.Dynamo.Server.Http;

/// <summary>Reads a body as a whole, within a limit of its own and one for all bodies together.</summary>
/// <param name="budget">What all may take.</param>
/// <param name="maxBytes">What one may take.</param>
internal sealed class BodyReader(BodyBudget budget, int maxBytes)
{
    // A client that has reserved a part of the budget must fill it in about this time, or others would wait for its bytes that never come.
    private const double MaxSeconds = 120;
    private const double MinBytesPerSecond = 240;

    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(10);

    /// <summary>What one body may take, also after decompression.</summary>
    public int MaxBytes => maxBytes;

    /// <summary>
    ///     The body where it lies in the connection's pipe, which the caller advances when it is done with it; then it calls <see cref="Release" />.
    /// </summary>
    /// <exception cref="ProtocolException">It is too large.</exception>
    public ValueTask<ReadOnlySequence<byte>> ReadAsync(RequestContext context)
    {
        var request = context.Http.Request;
        if (request.ContentLength > maxBytes)
        {
            throw ProtocolException.TooLarge(maxBytes);
        }

        return request.ContentLength <= BodyBudget.FreeBytes && request.Headers.ContentEncoding.Count == 0
            ? ReadToEndAsync(context.Http)
            : ReadReservedAsync(context);
    }

    /// <summary>Gives back what the body took of the budget.</summary>
    public void Release(RequestContext context)
    {
        if (context.ReservedBytes == 0)
        {
            return;
        }

        budget.Release(context.ReservedBytes);
        context.ReservedBytes = 0;
    }

    private async ValueTask<ReadOnlySequence<byte>> ReadReservedAsync(RequestContext context)
    {
        var http = context.Http;
        var isCompressed = http.Request.Headers.ContentEncoding.Count > 0;
        if (http.Request.ContentLength is null && !isCompressed)
        {
            // A chunked body does not say how long it is; most are short.
            var reader = http.Request.BodyReader;
            var start = await reader.ReadAtLeastAsync(BodyBudget.FreeBytes + 1, http.RequestAborted);
            if (start.IsCompleted && start.Buffer.Length <= BodyBudget.FreeBytes)
            {
                return start.Buffer;
            }

            reader.AdvanceTo(start.Buffer.Start);
        }

        var sizeBytes = http.Request.ContentLength ?? maxBytes;
        context.ReservedBytes = await budget.ReserveAsync(isCompressed ? sizeBytes + maxBytes : sizeBytes, http.RequestAborted);
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = new MinDataRate(Math.Max(MinBytesPerSecond, sizeBytes / MaxSeconds), GracePeriod);
        }

        return await ReadToEndAsync(http);
    }

    private async ValueTask<ReadOnlySequence<byte>> ReadToEndAsync(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(http.RequestAborted);
            if (result.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(result.Buffer.End);
                throw ProtocolException.TooLarge(maxBytes);
            }

            if (result.IsCompleted)
            {
                return result.Buffer;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
