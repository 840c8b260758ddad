using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Protocol.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>ExecuteStatement on the wire.</summary>
internal sealed class ExecuteStatementProtocol : IOperationProtocol<ExecuteStatementRequest, ExecuteStatementResponse>
{
    public static string Name => "ExecuteStatement";

    public static ExecuteStatementRequest Read(ref RequestReader reader)
    {
        var statement = default(StatementParameters);
        string? nextToken = null;
        var returnConsumedCapacity = ReturnConsumedCapacity.None;
        int? limit = null;
        while (reader.ReadMember())
        {
            if (statement.TryRead(ref reader))
            {
                continue;
            }

            if (reader.IsMember("NextToken"u8))
            {
                nextToken = reader.ReadString();
            }
            else if (reader.IsMember("ReturnConsumedCapacity"u8))
            {
                returnConsumedCapacity = reader.ReadEnum(WireEnums.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default;
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

        return new ExecuteStatementRequest
        {
            Statement = statement.Statement,
            Parameters = statement.Parameters,
            ConsistentRead = statement.ConsistentRead,
            NextToken = nextToken,
            ReturnConsumedCapacity = returnConsumedCapacity,
            Limit = limit,
            ReturnValuesOnConditionCheckFailure = statement.ReturnValuesOnConditionCheckFailure,
        };
    }

    public static void Write(Utf8JsonWriter writer, ExecuteStatementRequest request, ExecuteStatementResponse response)
    {
        writer.WriteStartObject();
        if (response.Items is { } items)
        {
            writer.WritePropertyName(MemberNames.Items);
            PageWriter.WriteItems(writer, items);
        }

        if (response.LastEvaluatedKey is { } key)
        {
            ItemWriter.WriteMember(writer, MemberNames.LastEvaluatedKey, key);
        }

        if (response.NextToken is not null)
        {
            writer.WriteString("NextToken"u8, response.NextToken);
        }

        ConsumedCapacityWriter.WriteMember(writer, response.ConsumedCapacity);
        writer.WriteEndObject();
    }
}
