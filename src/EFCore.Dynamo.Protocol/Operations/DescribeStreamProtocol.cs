using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>DescribeStream on the wire.</summary>
internal sealed class DescribeStreamProtocol : IOperationProtocol<DescribeStreamRequest, DescribeStreamResponse>
{
    public static string Name => "DescribeStream";

    public static DescribeStreamRequest Read(ref RequestReader reader)
    {
        string? streamArn = null;
        int? limit = null;
        string? exclusiveStartShardId = null;
        ShardFilter? shardFilter = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("StreamArn"u8))
            {
                streamArn = reader.ReadString();
            }
            else if (reader.IsMember("Limit"u8))
            {
                limit = reader.ReadInt32();
            }
            else if (reader.IsMember("ExclusiveStartShardId"u8))
            {
                exclusiveStartShardId = reader.ReadString();
            }
            else if (reader.IsMember("ShardFilter"u8))
            {
                shardFilter = ReadShardFilter(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new DescribeStreamRequest { StreamArn = streamArn, Limit = limit, ExclusiveStartShardId = exclusiveStartShardId, ShardFilter = shardFilter };
    }

    public static void Write(Utf8JsonWriter writer, DescribeStreamRequest request, DescribeStreamResponse response)
    {
        var stream = response.StreamDescription;
        writer.WriteStartObject();
        writer.WriteStartObject("StreamDescription"u8);
        if (stream.CreationRequestDateTime is { } time)
        {
            TableDescriptionWriter.WriteTime(writer, "CreationRequestDateTime", time);
        }

        TableDescriptionWriter.WriteKeySchema(writer, stream.KeySchema);
        if (stream.LastEvaluatedShardId is { } last)
        {
            writer.WriteString("LastEvaluatedShardId"u8, last);
        }

        writer.WriteStartArray("Shards"u8);
        foreach (var shard in stream.Shards)
        {
            WriteShard(writer, shard);
        }

        writer.WriteEndArray();
        writer.WriteString("StreamArn"u8, stream.StreamArn);
        writer.WriteString("StreamLabel"u8, stream.StreamLabel);
        writer.WriteString("StreamStatus"u8, WireEnums.StreamStatus.GetName(stream.StreamStatus));
        writer.WriteString("StreamViewType"u8, WireEnums.StreamViewType.GetName(stream.StreamViewType));
        writer.WriteString("TableName"u8, stream.TableName);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static ShardFilter? ReadShardFilter(ref RequestReader reader)
    {
        if (!reader.BeginStructure("ShardFilter"))
        {
            return null;
        }

        ShardFilterType? type = null;
        string? shardId = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("Type"u8))
            {
                type = reader.ReadEnum(WireEnums.ShardFilterType, "shardFilter.type");
            }
            else if (reader.IsMember("ShardId"u8))
            {
                shardId = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return new ShardFilter(type, shardId);
    }

    private static void WriteShard(Utf8JsonWriter writer, Shard shard)
    {
        writer.WriteStartObject();
        if (shard.ParentShardId is { } parent)
        {
            writer.WriteString("ParentShardId"u8, parent);
        }

        writer.WriteStartObject("SequenceNumberRange"u8);
        if (shard.SequenceNumberRange.EndingSequenceNumber is { } end)
        {
            writer.WriteString("EndingSequenceNumber"u8, end);
        }

        writer.WriteString("StartingSequenceNumber"u8, shard.SequenceNumberRange.StartingSequenceNumber);
        writer.WriteEndObject();
        writer.WriteString("ShardId"u8, shard.ShardId);
        writer.WriteEndObject();
    }
}
