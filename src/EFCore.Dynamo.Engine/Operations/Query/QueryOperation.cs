using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>Query: one partition of a table or index, in sort key order.</summary>
internal readonly struct QueryOperation : IReadOperation<QueryRequest, QueryResponse>
{
    public static OperationResult<QueryResponse> Execute(EngineContext context, QueryRequest request)
    {
        if (QueryValidator.Validate(request) is { } error)
            return error;

        var expressions = QueryExpressions.Bind(request);
        if (QueryValidator.ValidateSelection(request) is { } selectionError)
            return selectionError;
        if (context.FindTable(request.TableName!) is not { } table) // not null since Validate
            return context.TableNotFound(request.TableName!, "Query");

        IndexSchema? index = null;
        if (request.IndexName is not null && (index = table.FindIndex(request.IndexName)) is null)
            return ServiceError.Validation(ResourceTexts.IndexNotFound(request.IndexName));
        if (index is { IsBuilding: true })
            return ServiceError.Validation(ResourceTexts.IndexIsBackfilling(index.Name));
        if (index is { IsGlobal: true } && request.ConsistentRead)
            return ServiceError.Validation(ReadTexts.ConsistentReadOnGlobalIndex);
        if (request.ExclusiveStartKey is { } startKey && StartKeyRules.Validate(table, index, startKey.Span, ReadTexts.StartKeyInvalid) is { } startKeyError)
            return startKeyError;

        var key = index?.Key ?? table.Key;
        var conditions = expressions.KeyCondition!.Match(key.PartitionKeyDefinitions, key.SortKeyDefinitions); // required by ValidateSelection
        if (request.QueryFilter is null)
            expressions.Filter?.ThrowIfReferencesKey(key.Names);
        else
            expressions.Filter?.ThrowIfReferencesKey(key.Names, nameof(request.QueryFilter));
        if (KeyConditionRules.Validate(key, conditions) is { } conditionError)
            return conditionError;
        KeyPathRules.Validate(table, expressions.Filter);
        KeyPathRules.Validate(table, expressions.Projection);
        if (ReadSelection.TryCreate(index, request.Select, expressions.Projection, out var selection) is { } selectError)
            return selectError;
        if (selection.ValidateFilter(index, expressions.Filter) is { } filterError)
            return filterError;
        if (request.ExclusiveStartKey is { } boundary && ValidateBoundaries(key, conditions, boundary.Span) is { } boundaryError)
            return boundaryError;

        var plan = new PagePlan
        {
            Table = table,
            RequestedName = request.TableName,
            Index = index,
            Selection = selection,
            Filter = expressions.Filter,
            Projection = expressions.Projection,
            Limit = request.Limit,
            Mode = PagePlan.GetMode(request.ConsistentRead),
            ReturnConsumedCapacity = request.ReturnConsumedCapacity,
            Arena = request.Arena,
        };
        return ReadPage(context, request, plan, conditions);
    }

    private static QueryResponse ReadPage(EngineContext context, QueryRequest request, PagePlan plan, KeyConditions conditions)
    {
        var space = plan.Index?.Entries ?? plan.Table.Items;
        var range = SortKeyConditions.ToRange(space, conditions.SortKey);
        var page = new PageReader(plan, context.Consistency.RecentImages);
        using (var transaction = context.Store.BeginRead())
        {
            var cursor = space.OpenQuery(transaction, GetPartitionKey(conditions), range, request.ScanIndexForward);
            try
            {
                if (request.ExclusiveStartKey is { } startKey)
                    cursor.SeekAfter(startKey.Span);
                page.Read(transaction, ref cursor);
            }
            finally
            {
                cursor.Dispose();
            }
        }

        return new QueryResponse
        {
            Items = page.Items,
            Count = page.Count,
            ScannedCount = page.ScannedCount,
            LastEvaluatedKey = page.LastEvaluatedKey,
            ConsumedCapacity = page.GetConsumedCapacity(),
        };
    }

    /// <summary>A start key that the conditions exclude could not have been a LastEvaluatedKey of this query.</summary>
    internal static ServiceError? ValidateBoundaries(KeyLayout key, KeyConditions conditions, ItemSpan startKey)
    {
        for (var i = 0; i < key.PartitionKey.Length; i++)
        {
            if (!key.PartitionKey[i].TryFind(startKey, out var value) || !value.ValueEquals(conditions.PartitionKey[i].Span))
                return ServiceError.Validation(ReadTexts.StartKeyOutsideQuery);
        }

        return SortKeyConditions.Match(key, conditions.SortKey, startKey) ? null : ServiceError.Validation(ReadTexts.StartKeyOutsideRange);
    }

    internal static PartitionKeyValues GetPartitionKey(KeyConditions conditions)
    {
        var values = conditions.PartitionKey;
        return values.Length switch
        {
            1 => new PartitionKeyValues(values[0].Span),
            2 => new PartitionKeyValues(values[0].Span, values[1].Span),
            3 => new PartitionKeyValues(values[0].Span, values[1].Span, values[2].Span, count: 3),
            _ => new PartitionKeyValues(values[0].Span, values[1].Span, values[2].Span, values[3].Span, count: 4),
        };
    }
}
