using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>The members that Query and Scan have in common.</summary>
internal struct PageParameters
{
    public string? TableName;
    public string? IndexName;
    public List<string>? AttributesToGet;
    public ConditionalOperator? ConditionalOperator;
    public string? FilterExpression;
    public string? ProjectionExpression;
    public IReadOnlyDictionary<string, string>? ExpressionAttributeNames;
    public Item? ExpressionAttributeValues;
    public int? Limit;
    public Item? ExclusiveStartKey;
    public Select? Select;
    public bool ConsistentRead;
    public ReturnConsumedCapacity ReturnConsumedCapacity;

    /// <summary>Takes the member at which the reader stands, if it is one of these.</summary>
    public bool TryRead(ref RequestReader reader)
    {
        if (reader.IsMember("TableName"u8))
        {
            TableName = reader.ReadString();
        }
        else if (reader.IsMember("IndexName"u8))
        {
            IndexName = reader.ReadString();
        }
        else if (reader.IsMember("FilterExpression"u8))
        {
            FilterExpression = reader.ReadString();
        }
        else if (reader.IsMember("ProjectionExpression"u8))
        {
            ProjectionExpression = reader.ReadString();
        }
        else if (reader.IsMember("ExpressionAttributeNames"u8))
        {
            ExpressionAttributeNames = reader.ReadExpressionAttributeNames();
        }
        else if (reader.IsMember("ExpressionAttributeValues"u8))
        {
            ExpressionAttributeValues = reader.ReadExpressionAttributeValues("expressionAttributeValues");
        }
        else if (reader.IsMember("Limit"u8))
        {
            Limit = reader.ReadInt32();
        }
        else if (reader.IsMember("ExclusiveStartKey"u8))
        {
            ExclusiveStartKey = reader.ReadItem("exclusiveStartKey");
        }
        else if (reader.IsMember("Select"u8))
        {
            Select = reader.ReadEnum(WireEnums.Select, "select");
        }
        else if (reader.IsMember("ConsistentRead"u8))
        {
            ConsistentRead = reader.ReadBoolean() ?? false;
        }
        else if (reader.IsMember("ReturnConsumedCapacity"u8))
        {
            ReturnConsumedCapacity = reader.ReadEnum(WireEnums.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default;
        }
        else if (reader.IsMember("AttributesToGet"u8))
        {
            AttributesToGet = reader.ReadStringList();
        }
        else if (reader.IsMember("ConditionalOperator"u8))
        {
            ConditionalOperator = reader.ReadEnum(WireEnums.ConditionalOperator, "conditionalOperator");
        }
        else
        {
            return false;
        }

        return true;
    }
}
