using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Update;

/// <summary>Spells operations as the service's requests.</summary>
internal static class WriteRequests
{
    /// <summary>The request of an insert or a replacement.</summary>
    public static PutItemRequest CreatePutItem(WriteOperation operation)
        => new()
        {
            TableName = operation.TableName,
            Item = operation.Item,
            ConditionExpression = operation.ConditionExpression,
            ExpressionAttributeNames = operation.AttributeNames,
            ExpressionAttributeValues = operation.AttributeValues,
        };

    /// <summary>The request of an update.</summary>
    public static UpdateItemRequest CreateUpdateItem(WriteOperation operation)
        => new()
        {
            TableName = operation.TableName,
            Key = operation.Item,
            UpdateExpression = operation.UpdateExpression,
            ConditionExpression = operation.ConditionExpression,
            ExpressionAttributeNames = operation.AttributeNames,
            ExpressionAttributeValues = operation.AttributeValues,
        };

    /// <summary>The request of a delete.</summary>
    public static DeleteItemRequest CreateDeleteItem(WriteOperation operation)
        => new()
        {
            TableName = operation.TableName,
            Key = operation.Item,
            ConditionExpression = operation.ConditionExpression,
            ExpressionAttributeNames = operation.AttributeNames,
            ExpressionAttributeValues = operation.AttributeValues,
        };

    /// <summary>One transaction of all operations, a move's delete directly before its put.</summary>
    /// <remarks>The order of the parts is the order of the cancellation reasons: <see cref="WriteErrorMapper" /> counts on it.</remarks>
    public static TransactWriteItemsRequest CreateTransactWriteItems(IReadOnlyList<WriteOperation> operations)
    {
        var parts = new List<TransactWriteItem>(operations.Count);
        for (var i = 0; i < operations.Count; i++)
        {
            if (operations[i].MovedFrom is { } movedFrom)
            {
                parts.Add(CreatePart(movedFrom));
            }

            parts.Add(CreatePart(operations[i]));
        }

        return new TransactWriteItemsRequest { TransactItems = parts };
    }

    private static TransactWriteItem CreatePart(WriteOperation operation)
        => operation.Kind switch
        {
            WriteKind.Update => new TransactWriteItem { Update = CreateUpdateItem(operation) },
            WriteKind.Delete => new TransactWriteItem { Delete = CreateDeleteItem(operation) },
            _ => new TransactWriteItem { Put = CreatePutItem(operation) },
        };
}
