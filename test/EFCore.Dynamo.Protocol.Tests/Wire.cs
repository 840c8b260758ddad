using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Operations;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Tests;

/// <summary>The words that the tests are written in.</summary>
internal static class Wire
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PutItemRequest ParsePut(string json) => ParsePut(Utf8(json));

    public static PutItemRequest ParsePut(ReadOnlySequence<byte> json) => Parse<PutItemProtocol, PutItemRequest, PutItemResponse>(json);

    public static TRequest Parse<TProtocol, TRequest, TResponse>(string json)
        where TProtocol : IOperationProtocol<TRequest, TResponse> => Parse<TProtocol, TRequest, TResponse>(Utf8(json));

    public static TRequest Parse<TProtocol, TRequest, TResponse>(ReadOnlySequence<byte> json)
        where TProtocol : IOperationProtocol<TRequest, TResponse>
    {
        var request = RequestParser.Parse<TProtocol, TRequest, TResponse>(json);

        // The classic dialect has nothing around the texts, whatever the operation.
        return request is DynamoRequest { Findings: { } findings } ? throw findings.ToException(OperationDialects.Classic.Of(request)) : request;
    }

    /// <summary>The item of a PutItem request.</summary>
    public static Item ParseItem(string itemJson) => ParsePut($$"""{"Item":{{itemJson}}}""").Item.ShouldNotBeNull();

    /// <summary>The error of a PutItem request with this value of an attribute.</summary>
    public static DynamoServiceException ErrorOfValue(string valueJson)
        => Should.Throw<DynamoServiceException>(() => ParsePut($$$"""{"TableName":"t","Item":{"a":{{{valueJson}}}}}"""));

    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Write(Item item) => Write(writer => ItemWriter.Write(writer, item.Span));

    public static ReadOnlySequence<byte> Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>The same bytes, cut into segments of a length, as a connection may deliver them.</summary>
    public static ReadOnlySequence<byte> Cut(byte[] bytes, int segmentBytes)
    {
        var first = new Segment(bytes.AsMemory(0, Math.Min(segmentBytes, bytes.Length)), null);
        var last = first;
        for (var start = segmentBytes; start < bytes.Length; start += segmentBytes)
        {
            last = new Segment(bytes.AsMemory(start, Math.Min(segmentBytes, bytes.Length - start)), last);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? previous)
        {
            Memory = memory;
            if (previous is null)
            {
                return;
            }

            RunningIndex = previous.RunningIndex + previous.Memory.Length;
            previous.Next = this;
        }
    }
}
