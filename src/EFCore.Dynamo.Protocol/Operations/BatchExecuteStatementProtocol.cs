using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>BatchExecuteStatement on the wire.</summary>
internal sealed class BatchExecuteStatementProtocol : IOperationProtocol<BatchExecuteStatementRequest, BatchExecuteStatementResponse>
{
    public static string Name => "BatchExecuteStatement";

    public static BatchExecuteStatementRequest Read(ref RequestReader reader)
    {
        List<BatchStatementRequest>? statements = null;
        var returnConsumedCapacity = ReturnConsumedCapacity.None;
        while (reader.ReadMember())
        {
            if (reader.IsMember("Statements"u8))
            {
                statements = ReadStatements(ref reader);
            }
            else if (reader.IsMember("ReturnConsumedCapacity"u8))
            {
                returnConsumedCapacity = reader.ReadEnum(WireEnums.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default;
            }
            else
            {
                reader.Skip();
            }
        }

        return new BatchExecuteStatementRequest { Statements = statements, ReturnConsumedCapacity = returnConsumedCapacity };
    }

    public static void Write(Utf8JsonWriter writer, BatchExecuteStatementRequest request, BatchExecuteStatementResponse response)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("Responses"u8);
        foreach (var statement in response.Responses)
        {
            WriteStatement(writer, statement);
        }

        writer.WriteEndArray();
        ConsumedCapacityWriter.WriteMember(writer, response.ConsumedCapacity);
        writer.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter writer, BatchStatementResponse statement)
    {
        writer.WriteStartObject();
        if (statement.Error is { } error)
        {
            writer.WriteStartObject("Error"u8);
            if (error.Code is not null)
            {
                writer.WriteString("Code"u8, error.Code);
            }

            if (error.Message is not null)
            {
                writer.WriteString("Message"u8, error.Message);
            }

            WriteItem(writer, error.Item);
            writer.WriteEndObject();
        }

        if (statement.TableName is not null)
        {
            writer.WriteString("TableName"u8, statement.TableName);
        }

        WriteItem(writer, statement.Item);
        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, Item? found)
    {
        if (found is { } item)
        {
            ItemWriter.WriteMember(writer, MemberNames.Item, item);
        }
    }

    private static List<BatchStatementRequest>? ReadStatements(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        var statements = new List<BatchStatementRequest>();
        while (reader.ReadElement())
        {
            if (!reader.BeginStructure("BatchStatementRequest", isElement: true))
            {
                statements.Add(null!); // the validator reports an element that is null
                continue;
            }

            var statement = default(StatementParameters);
            while (reader.ReadMember())
            {
                if (!statement.TryRead(ref reader, "statements", statements.Count + 1))
                {
                    reader.Skip();
                }
            }

            statements.Add(new BatchStatementRequest
            {
                Statement = statement.Statement,
                Parameters = statement.Parameters,
                ConsistentRead = statement.ConsistentRead,
                ReturnValuesOnConditionCheckFailure = statement.ReturnValuesOnConditionCheckFailure,
            });
        }

        return statements;
    }
}
