using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Transactions;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.TransactGetItems;

/// <summary>TransactGetItems: all items as of one snapshot. Nothing can conflict with it, for readers never see half of a write.</summary>
internal readonly struct TransactGetItemsOperation : IReadOperation<TransactGetItemsRequest, TransactGetItemsResponse>
{
    public static OperationResult<TransactGetItemsResponse> Execute(EngineContext context, TransactGetItemsRequest request)
    {
        if (TransactGetItemsValidator.Validate(request, context.Dialects.TransactGetItems, out var projections) is { } error)
        {
            return error;
        }

        var parts = request.TransactItems!; // required by the validator
        var tables = new TableSchema[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            if (context.FindTable(parts[i].TableName!) is not { } table) // required by the validator
            {
                return context.TableNotFound(parts[i].TableName!, "TransactGetItems");
            }

            tables[i] = table;
        }

        return ValidateKeys(parts, tables, projections) is { } keyError ? keyError : Read(context, request, tables, projections);
    }

    /// <summary>The first read that does not fit its table ends the check.</summary>
    private static ServiceError? ValidateKeys(IReadOnlyList<TransactGetItem> parts, TableSchema[] tables, BoundProjection?[] projections)
    {
        var items = new HashSet<(string TableName, Item Key)>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var key = parts[i].Key.GetValueOrDefault();
            var keyError = KeyValidator.ValidateKey(tables[i], key.Span);
            KeyPathRules.Validate(tables[i], projections[i]);
            if (keyError is not null)
            {
                return CancellationReasons.OfPart(i, parts.Count, keyError);
            }

            if (!items.Add((tables[i].Name, key)))
            {
                return ServiceError.Validation(TransactionTexts.SameItemTwice);
            }
        }

        return null;
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
                    responses[i] = Project(item, projections[i]);
                }

                meters.Get(tables[i], parts[i].TableName!).AddTable(CapacityUnits.Read(sizeBytes, ReadMode.Transactional));
                if (totalBytes > TransactionTexts.MaxSizeBytes)
                {
                    return ServiceError.Validation(TransactionTexts.TooLarge);
                }
            }
        }

        return new TransactGetItemsResponse
        {
            Responses = responses,
            ConsumedCapacity = meters.ToConsumedCapacity(request.ReturnConsumedCapacity),
        };
    }

    /// <summary>A projection that matches nothing leaves nothing to show: the entry is as that of a missing item.</summary>
    private static Item? Project(ItemSpan item, BoundProjection? projection)
    {
        if (projection is null)
        {
            return item.ToItem();
        }

        var projected = projection.Apply(item);
        return projected.Count == 0 ? null : projected;
    }
}
