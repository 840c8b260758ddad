using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>DescribeTimeToLive on the wire.</summary>
internal sealed class DescribeTimeToLiveProtocol : IOperationProtocol<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse>
{
    public static string Name => "DescribeTimeToLive";

    public static DescribeTimeToLiveRequest Read(ref RequestReader reader) => new() { TableName = reader.ReadTableName() };

    public static void Write(Utf8JsonWriter writer, DescribeTimeToLiveRequest request, DescribeTimeToLiveResponse response)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("TimeToLiveDescription"u8);
        writer.WriteString("TimeToLiveStatus"u8, WireEnums.TimeToLiveStatus.GetName(response.TimeToLiveDescription.TimeToLiveStatus));
        if (response.TimeToLiveDescription.AttributeName is { } attributeName)
        {
            writer.WriteString("AttributeName"u8, attributeName);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
