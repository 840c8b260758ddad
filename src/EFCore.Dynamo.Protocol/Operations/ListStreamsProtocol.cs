using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>ListStreams on the wire.</summary>
internal sealed class ListStreamsProtocol : IOperationProtocol<ListStreamsRequest, ListStreamsResponse>
{
    public static string Name => "ListStreams";

    public static ListStreamsRequest Read(ref RequestReader reader)
    {
        string? tableName = null;
        int? limit = null;
        string? exclusiveStartStreamArn = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("TableName"u8))
            {
                tableName = reader.ReadString();
            }
            else if (reader.IsMember("Limit"u8))
            {
                limit = reader.ReadInt32();
            }
            else if (reader.IsMember("ExclusiveStartStreamArn"u8))
            {
                exclusiveStartStreamArn = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return new ListStreamsRequest { TableName = tableName, Limit = limit, ExclusiveStartStreamArn = exclusiveStartStreamArn };
    }

    public static void Write(Utf8JsonWriter writer, ListStreamsRequest request, ListStreamsResponse response)
    {
        writer.WriteStartObject();
        if (response.LastEvaluatedStreamArn is { } last)
        {
            writer.WriteString("LastEvaluatedStreamArn"u8, last);
        }

        writer.WriteStartArray("Streams"u8);
        foreach (var stream in response.Streams)
        {
            writer.WriteStartObject();
            writer.WriteString("StreamArn"u8, stream.StreamArn);
            writer.WriteString("StreamLabel"u8, stream.StreamLabel);
            writer.WriteString("TableName"u8, stream.TableName);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
