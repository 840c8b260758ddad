using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>GetRecords on the wire: the record's own members are spelled in lower case, those of its identity and body are not.</summary>
internal sealed class GetRecordsProtocol : IOperationProtocol<GetRecordsRequest, GetRecordsResponse>
{
    private static readonly JsonEncodedText Keys = JsonEncodedText.Encode("Keys");
    private static readonly JsonEncodedText NewImage = JsonEncodedText.Encode("NewImage");
    private static readonly JsonEncodedText OldImage = JsonEncodedText.Encode("OldImage");

    public static string Name => "GetRecords";

    public static GetRecordsRequest Read(ref RequestReader reader)
    {
        string? shardIterator = null;
        int? limit = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ShardIterator"u8))
            {
                shardIterator = reader.ReadString();
            }
            else if (reader.IsMember("Limit"u8))
            {
                limit = reader.ReadInt32();
            }
            else
            {
                reader.Skip();
            }
        }

        return new GetRecordsRequest { ShardIterator = shardIterator, Limit = limit };
    }

    public static void Write(Utf8JsonWriter writer, GetRecordsRequest request, GetRecordsResponse response)
    {
        writer.WriteStartObject();
        if (response.NextShardIterator is { } next)
        {
            writer.WriteString("NextShardIterator"u8, next);
        }

        writer.WriteStartArray("Records"u8);
        foreach (var record in response.Records)
        {
            Write(writer, record);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Record record)
    {
        writer.WriteStartObject();
        writer.WriteString("awsRegion"u8, record.AwsRegion);
        Write(writer, record.Dynamodb);
        writer.WriteString("eventID"u8, record.EventId);
        writer.WriteString("eventName"u8, WireEnums.OperationType.GetName(record.EventName));
        writer.WriteString("eventSource"u8, record.EventSource);
        writer.WriteString("eventVersion"u8, record.EventVersion);
        if (record.UserIdentity is { } identity)
        {
            writer.WriteStartObject("userIdentity"u8);
            writer.WriteString("PrincipalId"u8, identity.PrincipalId);
            writer.WriteString("Type"u8, identity.Type);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, StreamRecord record)
    {
        writer.WriteStartObject("dynamodb"u8);
        writer.WriteNumber("ApproximateCreationDateTime"u8, record.ApproximateCreationDateTime.ToUnixTimeSeconds());
        ItemWriter.WriteMember(writer, Keys, record.Keys);
        WriteImage(writer, NewImage, record.NewImage);
        WriteImage(writer, OldImage, record.OldImage);
        writer.WriteString("SequenceNumber"u8, record.SequenceNumber);
        writer.WriteNumber("SizeBytes"u8, record.SizeBytes);
        writer.WriteString("StreamViewType"u8, WireEnums.StreamViewType.GetName(record.StreamViewType));
        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, JsonEncodedText name, Item? image)
    {
        if (image is { } item)
        {
            ItemWriter.WriteMember(writer, name, item);
        }
    }
}
