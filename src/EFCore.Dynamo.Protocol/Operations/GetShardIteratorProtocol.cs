using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>GetShardIterator on the wire.</summary>
internal sealed class GetShardIteratorProtocol : IOperationProtocol<GetShardIteratorRequest, GetShardIteratorResponse>
{
    public static string Name => "GetShardIterator";

    public static GetShardIteratorRequest Read(ref RequestReader reader)
    {
        string? streamArn = null;
        string? shardId = null;
        ShardIteratorType? type = null;
        string? sequenceNumber = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("StreamArn"u8))
            {
                streamArn = reader.ReadString();
            }
            else if (reader.IsMember("ShardId"u8))
            {
                shardId = reader.ReadString();
            }
            else if (reader.IsMember("ShardIteratorType"u8))
            {
                type = reader.ReadEnum(WireEnums.ShardIteratorType, "shardIteratorType");
            }
            else if (reader.IsMember("SequenceNumber"u8))
            {
                sequenceNumber = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return new GetShardIteratorRequest { StreamArn = streamArn, ShardId = shardId, ShardIteratorType = type, SequenceNumber = sequenceNumber };
    }

    public static void Write(Utf8JsonWriter writer, GetShardIteratorRequest request, GetShardIteratorResponse response)
    {
        writer.WriteStartObject();
        if (response.ShardIterator is { } iterator)
        {
            writer.WriteString("ShardIterator"u8, iterator);
        }

        writer.WriteEndObject();
    }
}
