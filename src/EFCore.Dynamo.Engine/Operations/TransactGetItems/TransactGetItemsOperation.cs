using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>TransactGetItems: all items as of one snapshot. Nothing can conflict with it, for readers never see half of a write.</summary>
internal readonly struct TransactGetItemsOperation : IReadOperation<TransactGetItemsRequest, TransactGetItemsResponse>
{
    public static OperationResult<TransactGetItemsResponse> Execute(EngineContext context, TransactGetItemsRequest request)
    {
        if (TransactGetItemsValidator.Validate(request) is { } error)
            return error;

        var parts = request.TransactItems!; // required by the validator
        var tables = new TableSchema[parts.Count];
        var projections = new BoundProjection?[parts.Count];
        var reasons = new CancellationReasons(parts.Count);
        var items = new HashSet<(string TableName, Item Key)>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
            projections[i] = ReadExpressions.BindProjection(parts[i].ProjectionExpression, parts[i].ExpressionAttributeNames);
        for (var i = 0; i < parts.Count; i++)
        {
            if (context.FindTable(parts[i].TableName!) is not { } table) // required by the validator
                return context.TableNotFound(parts[i].TableName!, "TransactGetItems");
            tables[i] = table;
            var key = parts[i].Key.GetValueOrDefault();
            if (KeyValidator.ValidateKey(table, key.Span) is { } keyError)
            {
                if (keyError.Code == ServiceErrorCode.EmptyKeyValue)
                    return keyError;
                reasons.Add(i, keyError);
            }
            else if (!items.Add((table.Name, key)))
            {
                return ServiceError.Validation(TransactionTexts.SameItemTwice);
            }

            KeyPathRules.Validate(table, projections[i]);
        }

        return reasons.ToError() is { } cancellation ? cancellation : Read(context, request, tables, projections);
    }

    private static OperationResult<TransactGetItemsResponse> Read(
        EngineContext context, TransactGetItemsRequest request, TableSchema[] tables, BoundProjection?[] projections)
    {
        var parts = request.TransactItems!; // required by the validator
        var responses = new Item?[parts.Count];
        var meters = new CapacityMeters(CapacityKind.TransactionalRead);
        long totalBytes = 0;
        using (var transaction = context.Store.BeginRead())
        {
            for (var i = 0; i < parts.Count; i++)
            {
                var sizeBytes = 0;
                if (tables[i].Items.TryGet(transaction, parts[i].Key.GetValueOrDefault().Span, out var item))
                {
                    sizeBytes = item.SizeBytes;
                    totalBytes += sizeBytes;
                    responses[i] = projections[i] is { } projection ? projection.Apply(item) : item.ToItem();
                }

                meters.Get(tables[i], parts[i].TableName!).AddTable(CapacityUnits.Read(sizeBytes, ReadMode.Transactional));
                if (totalBytes > TransactionTexts.MaxSizeBytes)
                    return ServiceError.Validation(TransactionTexts.TooLarge);
            }
        }

        return new TransactGetItemsResponse
        {
            Responses = responses,
            ConsumedCapacity = meters.ToConsumedCapacity(request.ReturnConsumedCapacity),
        };
    }
}
