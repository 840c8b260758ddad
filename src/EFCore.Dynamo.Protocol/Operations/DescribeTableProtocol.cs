using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>DescribeTable on the wire.</summary>
internal sealed class DescribeTableProtocol : IOperationProtocol<DescribeTableRequest, DescribeTableResponse>
{
    public static string Name => "DescribeTable";

    public static DescribeTableRequest Read(ref RequestReader reader) => new() { TableName = reader.ReadTableName() };

    public static void Write(Utf8JsonWriter writer, DescribeTableRequest request, DescribeTableResponse response)
        => TableDescriptionWriter.Write(writer, "Table", response.Table);
}
