using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>ExecuteTransaction on the wire.</summary>
internal sealed class ExecuteTransactionProtocol : IOperationProtocol<ExecuteTransactionRequest, ExecuteTransactionResponse>
{
    public static string Name => "ExecuteTransaction";

    public static ExecuteTransactionRequest Read(ref RequestReader reader)
    {
        List<ParameterizedStatement>? statements = null;
        string? clientRequestToken = null;
        var returnConsumedCapacity = ReturnConsumedCapacity.None;
        while (reader.ReadMember())
        {
            if (reader.IsMember("TransactStatements"u8))
            {
                statements = ReadStatements(ref reader);
            }
            else if (reader.IsMember("ClientRequestToken"u8))
            {
                clientRequestToken = reader.ReadString();
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

        return new ExecuteTransactionRequest
        {
            TransactStatements = statements,
            ClientRequestToken = clientRequestToken,
            ReturnConsumedCapacity = returnConsumedCapacity,
        };
    }

    public static void Write(Utf8JsonWriter writer, ExecuteTransactionRequest request, ExecuteTransactionResponse response)
    {
        writer.WriteStartObject();
        if (response.Responses is { } responses)
        {
            writer.WriteStartArray("Responses"u8);
            foreach (var found in responses)
            {
                writer.WriteStartObject();
                if (found is { } item)
                {
                    ItemWriter.WriteMember(writer, MemberNames.Item, item);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        ConsumedCapacityWriter.WriteMember(writer, response.ConsumedCapacity);
        writer.WriteEndObject();
    }

    private static List<ParameterizedStatement>? ReadStatements(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        var statements = new List<ParameterizedStatement>();
        while (reader.ReadElement())
        {
            if (!reader.BeginStructure("ParameterizedStatement", isElement: true))
            {
                statements.Add(null!); // the validator reports an element that is null
                continue;
            }

            var statement = default(StatementParameters);
            while (reader.ReadMember())
            {
                // ConsistentRead is no member here: the service ignores it as any unknown one, and so does what follows.
                if (!statement.TryRead(ref reader, "transactStatements", statements.Count + 1))
                {
                    reader.Skip();
                }
            }

            statements.Add(new ParameterizedStatement
            {
                Statement = statement.Statement,
                Parameters = statement.Parameters,
                ReturnValuesOnConditionCheckFailure = statement.ReturnValuesOnConditionCheckFailure,
            });
        }

        return statements;
    }
}
