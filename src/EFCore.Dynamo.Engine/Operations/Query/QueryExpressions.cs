using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>The bound expressions of a Query: parse all, bind all, then report unused placeholders, as the service does.</summary>
internal readonly struct QueryExpressions
{
    private QueryExpressions(BoundKeyCondition keyCondition, BoundCondition? filter, BoundProjection? projection)
    {
        KeyCondition = keyCondition;
        Filter = filter;
        Projection = projection;
    }

    public BoundKeyCondition KeyCondition { get; }

    public BoundCondition? Filter { get; }

    public BoundProjection? Projection { get; }

    /// <exception cref="Errors.DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static QueryExpressions Bind(QueryRequest request)
    {
        var placeholders = new RequestPlaceholders(request.ExpressionAttributeNames, request.ExpressionAttributeValues);
        var projection = request.ProjectionExpression is null ? null : ProjectionExpression.Parse(request.ProjectionExpression);
        var filter = request.FilterExpression is null ? null : ConditionExpression.Parse(request.FilterExpression, ExpressionParameter.FilterExpression);
        var keyCondition = KeyConditionExpression.Parse(request.KeyConditionExpression!); // required by QueryValidator
        var bound = new QueryExpressions(keyCondition.Bind(placeholders), filter?.Bind(placeholders), projection?.Bind(placeholders));
        placeholders.ThrowIfUnused();
        return bound;
    }
}
