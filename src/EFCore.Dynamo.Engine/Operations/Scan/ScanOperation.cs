using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Reading;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Legacy;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Scan;

/// <summary>Scan: a whole table or index in hash order, or one segment of it.</summary>
internal readonly struct ScanOperation : IReadOperation<ScanRequest, ScanResponse>
{
    public static OperationResult<ScanResponse> Execute(EngineContext context, ScanRequest request)
    {
        if (ScanValidator.Validate(request, context.Dialects.Scan) is { } error)
        {
            return error;
        }

        BindExpressions(request, out var filter, out var projection);
        if (ScanValidator.ValidateSelection(request) is { } selectionError)
        {
            return selectionError;
        }

        if (ReadTarget.TryFind(
            context, request.TableName!, request.IndexName, request.ConsistentRead, "Scan", out var target) is { } targetError) // not null since Validate
        {
            return targetError;
        }

        // A filter sees what the index holds: an attribute that it does not project is missing, where Query refuses the request.
        if ((ReadSelection.TryCreate(target.Index, request.Select, projection, out var selection)
            ?? ValidateStartKey(target.Table, target.Index, request)) is { } readError)
        {
            return readError;
        }

        KeyPathRules.Validate(target.Table, filter);
        KeyPathRules.Validate(target.Table, projection);
        return ReadPage(context, request, new PagePlan
        {
            Table = target.Table,
            RequestedName = request.TableName,
            Index = target.Index,
            Selection = selection,
            Filter = filter,
            Projection = projection,
            Limit = request.Limit,
            Mode = PagePlan.GetMode(request.ConsistentRead),
            ReturnConsumedCapacity = request.ReturnConsumedCapacity,
            Arena = request.Arena,
        });
    }

    private static ScanResponse ReadPage(EngineContext context, ScanRequest request, PagePlan plan)
    {
        var space = plan.Index?.Entries ?? plan.Table.Items;
        var page = new PageReader(plan, context.Consistency.RecentImages);
        using (var transaction = context.Store.BeginRead())
        {
            var cursor = space.OpenScan(transaction, request.Segment ?? 0, request.TotalSegments ?? 1);
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

        return new ScanResponse
        {
            Items = page.Items,
            Count = page.Count,
            ScannedCount = page.ScannedCount,
            LastEvaluatedKey = page.LastEvaluatedKey,
            ConsumedCapacity = page.GetConsumedCapacity(),
        };
    }

    /// <exception cref="DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    private static void BindExpressions(ScanRequest request, out BoundCondition? filter, out BoundProjection? projection)
    {
        filter = request.ScanFilter is null && request.ConditionalOperator is null
            ? null
            : LegacyCondition.BindFilter(request.ScanFilter, request.ConditionalOperator);
        projection = request.AttributesToGet is null ? null : LegacyProjection.Bind(request.AttributesToGet);
        if (request.FilterExpression is null && request.ProjectionExpression is null)
        {
            return;
        }

        var placeholders = new RequestPlaceholders(request.ExpressionAttributeNames, request.ExpressionAttributeValues, areChecked: true);
        filter = request.FilterExpression is null
            ? null
            : ConditionExpression.Parse(request.FilterExpression, ExpressionParameter.FilterExpression).Bind(placeholders);
        projection = request.ProjectionExpression is null ? null : ProjectionExpression.Parse(request.ProjectionExpression).Bind(placeholders);
        placeholders.ThrowIfUnused();
    }

    private static ServiceError? ValidateStartKey(TableSchema table, IndexSchema? index, ScanRequest request)
    {
        if (request.ExclusiveStartKey is not { } startKey)
        {
            return null;
        }

        if (StartKeyRules.Validate(table, index, startKey.Span, index is null ? StartKeyTexts.OfScan : StartKeyTexts.OfIndexScan) is { } error)
        {
            return error;
        }

        var space = index?.Entries ?? table.Items;
        return request.TotalSegments is { } totalSegments && space.GetSegment(startKey.Span, totalSegments) != request.Segment
            ? ServiceError.Validation(StartKeyTexts.OtherSegment)
            : null;
    }
}
