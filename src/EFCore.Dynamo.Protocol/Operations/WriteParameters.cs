using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>The members that PutItem, UpdateItem, DeleteItem and the parts of a transaction have in common.</summary>
internal struct WriteParameters
{
    public string? TableName;
    public Item? Item;
    public Item? Key;
    public string? UpdateExpression;
    public string? ConditionExpression;
    public IReadOnlyDictionary<string, string>? ExpressionAttributeNames;
    public Item? ExpressionAttributeValues;
    public ReturnValuesOnConditionCheckFailure ReturnValuesOnConditionCheckFailure;

    /// <summary>Takes the member at which the reader stands, if it is one of these.</summary>
    /// <param name="position">Of the transaction's part, from 1; 0 in a request of its own.</param>
    /// <param name="part">The transaction's part with its dot, such as <c>put.</c>; empty in a request of its own.</param>
    public bool TryRead(ref RequestReader reader, int position = 0, string part = "")
    {
        if (reader.IsMember("TableName"u8))
        {
            TableName = reader.ReadString();
        }
        else if (reader.IsMember("Item"u8))
        {
            Item = reader.ReadItem(new MemberPath("transactItems", position, part, "item"));
        }
        else if (reader.IsMember("Key"u8))
        {
            Key = reader.ReadItem(new MemberPath("transactItems", position, part, "key"));
        }
        else if (reader.IsMember("UpdateExpression"u8))
        {
            UpdateExpression = reader.ReadString();
        }
        else if (reader.IsMember("ConditionExpression"u8))
        {
            ConditionExpression = reader.ReadString();
        }
        else if (reader.IsMember("ExpressionAttributeNames"u8))
        {
            ExpressionAttributeNames = reader.ReadExpressionAttributeNames();
        }
        else if (reader.IsMember("ExpressionAttributeValues"u8))
        {
            ExpressionAttributeValues = reader.ReadExpressionAttributeValues(new MemberPath("transactItems", position, part, "expressionAttributeValues"));
        }
        else if (reader.IsMember("ReturnValuesOnConditionCheckFailure"u8))
        {
            ReturnValuesOnConditionCheckFailure = reader.ReadEnum(
                WireEnums.ReturnValuesOnConditionCheckFailure, new MemberPath("transactItems", position, part, "returnValuesOnConditionCheckFailure"))
                    ?? default;
        }
        else
        {
            return false;
        }

        return true;
    }
}
