using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.BulkWrites;

/// <summary>The expressions of a write with the values of one execution, for any item or for one.</summary>
/// <param name="Texts">The expressions.</param>
/// <param name="Values">By placeholder; null where there are none.</param>
internal sealed record BoundBulkWrite(BulkWriteTexts Texts, Item? Values)
{
    /// <summary>The request that updates an item; on failure it returns the item where another attempt is made from it.</summary>
    public UpdateItemRequest CreateUpdate(string tableName, Item key, bool returnsItem)
        => new()
        {
            TableName = tableName,
            Key = key,
            UpdateExpression = Texts.Update,
            ConditionExpression = Texts.Condition,
            ExpressionAttributeNames = Texts.Names,
            ExpressionAttributeValues = Values,
            ReturnValuesOnConditionCheckFailure = returnsItem ? ReturnValuesOnConditionCheckFailure.AllOld : ReturnValuesOnConditionCheckFailure.None,
        };

    /// <summary>The request that deletes an item; on failure it returns the item where another attempt is made from it.</summary>
    public DeleteItemRequest CreateDelete(string tableName, Item key, bool returnsItem)
        => new()
        {
            TableName = tableName,
            Key = key,
            ConditionExpression = Texts.Condition,
            ExpressionAttributeNames = Texts.Names,
            ExpressionAttributeValues = Values,
            ReturnValuesOnConditionCheckFailure = returnsItem ? ReturnValuesOnConditionCheckFailure.AllOld : ReturnValuesOnConditionCheckFailure.None,
        };
}
