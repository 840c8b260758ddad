using System.Buffers;
using System.Text.Json;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Record = EFCore.Dynamo.Streams.Record;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>The streams of a server over bare HTTP: the AWS SDK for .NET has them in a package of its own, which is not at hand here.</summary>
internal sealed class StreamsHttpClient(TestServer server) : IDynamoStreamsClient
{
    public async ValueTask<ListStreamsResponse> ListStreamsAsync(ListStreamsRequest request, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync("ListStreams", new { request.TableName, request.Limit, request.ExclusiveStartStreamArn });
        return new ListStreamsResponse
        {
            Streams = [.. answer.GetProperty("Streams").EnumerateArray().Select(
                static stream => new StreamSummary(Text(stream, "StreamArn")!, Text(stream, "TableName")!, Text(stream, "StreamLabel")!))],
            LastEvaluatedStreamArn = Text(answer, "LastEvaluatedStreamArn"),
        };
    }

    public async ValueTask<DescribeStreamResponse> DescribeStreamAsync(DescribeStreamRequest request, CancellationToken cancellationToken = default)
    {
        var filter = request.ShardFilter is { } given ? new { Type = given.Type is { } type ? Wire(type) : null, given.ShardId } : null;
        var stream = (await SendAsync(
            "DescribeStream", new { request.StreamArn, request.Limit, request.ExclusiveStartShardId, ShardFilter = filter })).GetProperty("StreamDescription");
        return new DescribeStreamResponse(new StreamDescription
        {
            StreamArn = Text(stream, "StreamArn")!,
            StreamLabel = Text(stream, "StreamLabel")!,
            StreamStatus = Named<StreamStatus>(stream, "StreamStatus"),
            StreamViewType = Named<StreamViewType>(stream, "StreamViewType"),
            CreationRequestDateTime = DateTimeOffset.FromUnixTimeMilliseconds((long)(stream.GetProperty("CreationRequestDateTime").GetDecimal() * 1000)),
            TableName = Text(stream, "TableName")!,
            KeySchema = [.. stream.GetProperty("KeySchema").EnumerateArray().Select(ReadKey)],
            Shards = [.. stream.GetProperty("Shards").EnumerateArray().Select(ReadShard)],
            LastEvaluatedShardId = Text(stream, "LastEvaluatedShardId"),
        });
    }

    public async ValueTask<GetShardIteratorResponse> GetShardIteratorAsync(GetShardIteratorRequest request, CancellationToken cancellationToken = default)
    {
        var iteratorType = request.ShardIteratorType is { } type ? Wire(type) : null;
        var answer = await SendAsync("GetShardIterator", new { request.StreamArn, request.ShardId, ShardIteratorType = iteratorType, request.SequenceNumber });
        return new GetShardIteratorResponse { ShardIterator = Text(answer, "ShardIterator") };
    }

    public async ValueTask<GetRecordsResponse> GetRecordsAsync(GetRecordsRequest request, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync("GetRecords", new { request.ShardIterator, request.Limit });
        return new GetRecordsResponse
        {
            Records = [.. answer.GetProperty("Records").EnumerateArray().Select(ReadRecord)],
            NextShardIterator = Text(answer, "NextShardIterator"),
        };
    }

    private async Task<JsonElement> SendAsync(string operation, object request)
    {
        using var message = TestServer.Request("DynamoDBStreams_20120810." + operation, JsonSerializer.SerializeToUtf8Bytes(request));
        var answer = await server.SendAsync(message);
        using var document = JsonDocument.Parse(answer.Body);
        return answer.Status == System.Net.HttpStatusCode.OK ? document.RootElement.Clone() : throw ToException(document.RootElement);
    }

    private static DynamoServiceException ToException(JsonElement error)
    {
        var message = Text(error, "message") ?? string.Empty;
        return Text(error, "__type") switch
        {
            "com.amazon.coral.validate#ValidationException" => new DynamoValidationException(message),
            "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException" => new ResourceNotFoundException(message),
            "com.amazonaws.dynamodb.streams.v20120810#TrimmedDataAccessException" => new TrimmedDataAccessException(message),
            "com.amazonaws.dynamodb.streams.v20120810#ExpiredIteratorException" => new ExpiredIteratorException(message),
            var type => throw new InvalidOperationException($"An error that streams do not have: {type}: {message}"),
        };
    }

    private static Record ReadRecord(JsonElement record)
    {
        var body = record.GetProperty("dynamodb");
        return new Record
        {
            EventId = Text(record, "eventID")!,
            EventName = Named<OperationType>(record, "eventName"),
            EventVersion = Text(record, "eventVersion")!,
            EventSource = Text(record, "eventSource")!,
            AwsRegion = Text(record, "awsRegion")!,
            UserIdentity = record.TryGetProperty("userIdentity", out var identity)
                ? new Identity(Text(identity, "PrincipalId")!, Text(identity, "Type")!)
                : null,
            Dynamodb = new StreamRecord
            {
                ApproximateCreationDateTime = DateTimeOffset.FromUnixTimeSeconds(body.GetProperty("ApproximateCreationDateTime").GetInt64()),
                Keys = ReadItem(body, "Keys")!.Value,
                NewImage = ReadItem(body, "NewImage"),
                OldImage = ReadItem(body, "OldImage"),
                SequenceNumber = Text(body, "SequenceNumber")!,
                SizeBytes = body.GetProperty("SizeBytes").GetInt64(),
                StreamViewType = Named<StreamViewType>(body, "StreamViewType"),
            },
        };
    }

    private static Shard ReadShard(JsonElement shard)
    {
        var range = shard.GetProperty("SequenceNumberRange");
        return new Shard(
            Text(shard, "ShardId")!,
            new SequenceNumberRange(Text(range, "StartingSequenceNumber")!, Text(range, "EndingSequenceNumber")),
            Text(shard, "ParentShardId"));
    }

    private static KeySchemaElement ReadKey(JsonElement key)
        => new(Text(key, "AttributeName")!, Text(key, "KeyType") == "HASH" ? KeyType.PartitionKey : KeyType.SortKey);

    private static Item? ReadItem(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var item))
        {
            return null;
        }

        var json = JsonText.CreateReader(new ReadOnlySequence<byte>(System.Text.Encoding.UTF8.GetBytes(item.GetRawText())));
        json.Read().ShouldBeTrue();
        var reader = new ItemReader();
        reader.Reset();
        return reader.Read(ref json);
    }

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The service's <c>NEW_AND_OLD_IMAGES</c> is <c>NewAndOldImages</c> here.</summary>
    private static T Named<T>(JsonElement parent, string name)
        where T : struct, Enum => Enum.Parse<T>(Text(parent, name)!.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true);

    private static string Wire<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
