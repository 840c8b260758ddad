using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Reading;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.Query;

/// <summary>Query: one partition of a table or index, in sort key order.</summary>
internal readonly struct QueryOperation : IReadOperation<QueryRequest, QueryResponse>
{
    public static OperationResult<QueryResponse> Execute(EngineContext context, QueryRequest request)
    {
        if (QueryValidator.Validate(request, context.Dialects.Query) is { } error)
        {
            return error;
        }

        var expressions = QueryExpressions.Bind(request);
        if (QueryValidator.ValidateSelection(request) is { } selectionError)
        {
            return selectionError;
        }

        if (ReadTarget.TryFind(
            context, request.TableName!, request.IndexName, request.ConsistentRead, "Query", out var target) is { } targetError) // not null since Validate
        {
            return targetError;
        }

        if (request.ExclusiveStartKey is { } startKey
            && StartKeyRules.Validate(target.Table, target.Index, startKey.Span, StartKeyTexts.OfQuery) is { } startKeyError)
        {
            return startKeyError;
        }

        if (Match(target, expressions, request, out var conditions) is { } conditionError)
        {
            return conditionError;
        }

        if ((Select(target, expressions, request, out var selection) ?? ValidateBoundaries(target, conditions, request.ExclusiveStartKey)) is { } readError)
        {
            return readError;
        }

        return ReadPage(context, request, CreatePlan(target, expressions, selection, request), conditions);
    }

    /// <summary>The key condition as the key wants it; the filter leaves the key alone.</summary>
    private static ServiceError? Match(ReadTarget target, in QueryExpressions expressions, QueryRequest request, out KeyConditions conditions)
    {
        var key = target.Key;
        conditions = expressions.KeyCondition!.Match(key.PartitionKeyDefinitions, key.SortKeyDefinitions); // required by ValidateSelection
        if (request.QueryFilter is null)
        {
            expressions.Filter?.ThrowIfReferencesKey(key.Names);
        }
        else
        {
            expressions.Filter?.ThrowIfReferencesKey(key.Names, nameof(request.QueryFilter));
        }

        return KeyConditionRules.Validate(key, conditions);
    }

    private static ServiceError? Select(ReadTarget target, in QueryExpressions expressions, QueryRequest request, out ReadSelection selection)
    {
        KeyPathRules.Validate(target.Table, expressions.Filter);
        KeyPathRules.Validate(target.Table, expressions.Projection);
        return ReadSelection.TryCreate(target.Index, request.Select, expressions.Projection, out selection)
            ?? selection.ValidateFilter(target.Index, expressions.Filter);
    }

    private static ServiceError? ValidateBoundaries(ReadTarget target, KeyConditions conditions, Item? startKey)
    {
        if (startKey is not { } boundary)
        {
            return null;
        }

        return ValidateBoundaries(target.Key, conditions, boundary.Span)
            ?? (StartKeyRules.HasSingleItemPartitions(target.Table, target.Index) ? ServiceError.Validation(StartKeyTexts.NothingFollows(boundary)) : null);
    }

    private static PagePlan CreatePlan(ReadTarget target, in QueryExpressions expressions, ReadSelection selection, QueryRequest request) => new()
    {
        Table = target.Table,
        RequestedName = request.TableName,
        Index = target.Index,
        Selection = selection,
        Filter = expressions.Filter,
        Projection = expressions.Projection,
        Limit = request.Limit,
        IsWhole = StartKeyRules.HasSingleItemPartitions(target.Table, target.Index),
        Mode = PagePlan.GetMode(request.ConsistentRead),
        ReturnConsumedCapacity = request.ReturnConsumedCapacity,
        Arena = request.Arena,
    };

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
                {
                    cursor.SeekAfter(startKey.Span);
                }

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
            {
                return ServiceError.Validation(StartKeyTexts.OutsideQuery);
            }
        }

        return SortKeyConditions.Match(key, conditions.SortKey, startKey) ? null : ServiceError.Validation(StartKeyTexts.OutsideRange);
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
