using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>ListTables on the wire.</summary>
internal sealed class ListTablesProtocol : IOperationProtocol<ListTablesRequest, ListTablesResponse>
{
    public static string Name => "ListTables";

    public static ListTablesRequest Read(ref RequestReader reader)
    {
        string? exclusiveStartTableName = null;
        int? limit = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ExclusiveStartTableName"u8))
            {
                exclusiveStartTableName = reader.ReadString();
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

        return new ListTablesRequest { ExclusiveStartTableName = exclusiveStartTableName, Limit = limit };
    }

    public static void Write(Utf8JsonWriter writer, ListTablesRequest request, ListTablesResponse response)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("TableNames"u8);
        foreach (var name in response.TableNames)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        if (response.LastEvaluatedTableName is { } last)
        {
            writer.WriteString("LastEvaluatedTableName"u8, last);
        }

        writer.WriteEndObject();
    }
}
