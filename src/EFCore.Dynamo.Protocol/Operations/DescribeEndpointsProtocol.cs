using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>DescribeEndpoints on the wire.</summary>
internal sealed class DescribeEndpointsProtocol : IOperationProtocol<DescribeEndpointsRequest, DescribeEndpointsResponse>
{
    public static string Name => "DescribeEndpoints";

    public static DescribeEndpointsRequest Read(ref RequestReader reader)
    {
        while (reader.ReadMember())
        {
            reader.Skip();
        }

        return new DescribeEndpointsRequest();
    }

    public static void Write(Utf8JsonWriter writer, DescribeEndpointsRequest request, DescribeEndpointsResponse response)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("Endpoints"u8);
        foreach (var endpoint in response.Endpoints)
        {
            writer.WriteStartObject();
            writer.WriteString("Address"u8, endpoint.Address);
            writer.WriteNumber("CachePeriodInMinutes"u8, endpoint.CachePeriodInMinutes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
