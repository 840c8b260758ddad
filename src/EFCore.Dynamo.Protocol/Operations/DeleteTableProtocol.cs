using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>DeleteTable on the wire.</summary>
internal sealed class DeleteTableProtocol : IOperationProtocol<DeleteTableRequest, DeleteTableResponse>
{
    public static string Name => "DeleteTable";

    public static DeleteTableRequest Read(ref RequestReader reader) => new() { TableName = reader.ReadTableName() };

    public static void Write(Utf8JsonWriter writer, DeleteTableRequest request, DeleteTableResponse response)
        => TableDescriptionWriter.Write(writer, "TableDescription", response.TableDescription);
}
