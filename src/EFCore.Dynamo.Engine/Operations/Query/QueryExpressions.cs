using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Legacy;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Query;

/// <summary>
///     The bound expressions of a Query: filter, projection, key condition, each parsed and bound; then unused placeholders: the order of the service's errors.
/// </summary>
internal readonly struct QueryExpressions
{
    private QueryExpressions(BoundKeyCondition? keyCondition, BoundCondition? filter, BoundProjection? projection)
    {
        KeyCondition = keyCondition;
        Filter = filter;
        Projection = projection;
    }

    public BoundKeyCondition? KeyCondition { get; }

    public BoundCondition? Filter { get; }

    public BoundProjection? Projection { get; }

    /// <exception cref="DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static QueryExpressions Bind(QueryRequest request)
    {
        if (request is { KeyConditions: null, QueryFilter: null, AttributesToGet: null, ConditionalOperator: null })
        {
            return BindExpressions(request);
        }

        // Only KeyConditions may stand beside expressions; the service checks all legacy parameters first.
        var legacyFilter = LegacyCondition.BindFilter(request.QueryFilter, request.ConditionalOperator);
        var legacyProjection = LegacyProjection.Bind(request.AttributesToGet);
        var legacyKeyCondition = request.KeyConditions is null ? null : LegacyKeyCondition.Bind(request.KeyConditions);
        var expressions = BindExpressions(request);
        return new(legacyKeyCondition ?? expressions.KeyCondition, legacyFilter ?? expressions.Filter, legacyProjection ?? expressions.Projection);
    }

    private static QueryExpressions BindExpressions(QueryRequest request)
    {
        if (request.KeyConditionExpression is null && request.FilterExpression is null && request.ProjectionExpression is null)
        {
            return default;
        }

        var placeholders = new RequestPlaceholders(request.ExpressionAttributeNames, request.ExpressionAttributeValues, areChecked: true);
        var filter = request.FilterExpression is null
            ? null
            : ConditionExpression.Parse(request.FilterExpression, ExpressionParameter.FilterExpression).Bind(placeholders);
        var projection = request.ProjectionExpression is null ? null : ProjectionExpression.Parse(request.ProjectionExpression).Bind(placeholders);
        var keyCondition = request.KeyConditionExpression is null ? null : KeyConditionExpression.Parse(request.KeyConditionExpression).Bind(placeholders);
        placeholders.ThrowIfUnused();
        keyCondition?.ThrowIfInvalid();
        return new(keyCondition, filter, projection);
    }
}
