using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>UpdateTimeToLive on the wire.</summary>
internal sealed class UpdateTimeToLiveProtocol : IOperationProtocol<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse>
{
    public static string Name => "UpdateTimeToLive";

    public static UpdateTimeToLiveRequest Read(ref RequestReader reader)
    {
        string? tableName = null;
        TimeToLiveSpecification? specification = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("TableName"u8))
            {
                tableName = reader.ReadString();
            }
            else if (reader.IsMember("TimeToLiveSpecification"u8))
            {
                specification = ReadSpecification(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new UpdateTimeToLiveRequest { TableName = tableName, TimeToLiveSpecification = specification };
    }

    public static void Write(Utf8JsonWriter writer, UpdateTimeToLiveRequest request, UpdateTimeToLiveResponse response)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("TimeToLiveSpecification"u8);
        if (response.TimeToLiveSpecification.AttributeName is { } attributeName)
        {
            writer.WriteString("AttributeName"u8, attributeName);
        }

        if (response.TimeToLiveSpecification.Enabled is { } isEnabled)
        {
            writer.WriteBoolean("Enabled"u8, isEnabled);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static TimeToLiveSpecification? ReadSpecification(ref RequestReader reader)
    {
        if (!reader.BeginStructure("TimeToLiveSpecification"))
        {
            return null;
        }

        bool? isEnabled = null;
        string? attributeName = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("Enabled"u8))
            {
                isEnabled = reader.ReadBoolean();
            }
            else if (reader.IsMember("AttributeName"u8))
            {
                attributeName = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return new TimeToLiveSpecification(isEnabled, attributeName);
    }
}
