using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>DescribeLimits on the wire.</summary>
internal sealed class DescribeLimitsProtocol : IOperationProtocol<DescribeLimitsRequest, DescribeLimitsResponse>
{
    public static string Name => "DescribeLimits";

    public static DescribeLimitsRequest Read(ref RequestReader reader)
    {
        while (reader.ReadMember())
        {
            reader.Skip();
        }

        return new DescribeLimitsRequest();
    }

    public static void Write(Utf8JsonWriter writer, DescribeLimitsRequest request, DescribeLimitsResponse response)
    {
        writer.WriteStartObject();
        writer.WriteNumber("AccountMaxReadCapacityUnits"u8, response.AccountMaxReadCapacityUnits);
        writer.WriteNumber("AccountMaxWriteCapacityUnits"u8, response.AccountMaxWriteCapacityUnits);
        writer.WriteNumber("TableMaxReadCapacityUnits"u8, response.TableMaxReadCapacityUnits);
        writer.WriteNumber("TableMaxWriteCapacityUnits"u8, response.TableMaxWriteCapacityUnits);
        writer.WriteEndObject();
    }
}
