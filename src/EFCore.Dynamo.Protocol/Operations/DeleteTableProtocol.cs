using System.Text.Json;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Protocol;

/// <summary>DeleteTable on the wire.</summary>
internal sealed class DeleteTableProtocol : IOperationProtocol<DeleteTableRequest, DeleteTableResponse>
{
    public static string Name => "DeleteTable";

    public static DeleteTableRequest Read(ref RequestReader reader) => new() { TableName = reader.ReadTableName() };

    public static void Write(Utf8JsonWriter writer, DeleteTableRequest request, DeleteTableResponse response)
        => TableDescriptionWriter.Write(writer, "TableDescription", response.TableDescription);
}
