using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query;
using EFCore.Dynamo.Query.Planning.Requests;

namespace EFCore.Dynamo.Tests.Query.Planning;

/// <summary>Reads the expressions of requests as the service does: grammar, redundant parentheses, undefined and unused placeholders, operand types.</summary>
internal static class RequestGrammar
{
    public static void Check(BoundAccess bound)
    {
        switch (bound.Operation)
        {
            case AccessOperation.Query:
                foreach (var query in bound.Queries)
                {
                    Check(query);
                }

                break;
            case AccessOperation.Scan:
                Check(
                    new(bound.Scan.ExpressionAttributeNames, bound.Scan.ExpressionAttributeValues),
                    null,
                    bound.Scan.FilterExpression,
                    bound.Scan.ProjectionExpression);
                break;
            case AccessOperation.GetItem:
                Check(new(bound.GetItem.ExpressionAttributeNames, null), null, null, bound.GetItem.ProjectionExpression);
                break;
        }
    }

    private static void Check(QueryRequest query)
        => Check(
            new(query.ExpressionAttributeNames, query.ExpressionAttributeValues),
            query.KeyConditionExpression,
            query.FilterExpression,
            query.ProjectionExpression);

    private static void Check(RequestPlaceholders placeholders, string? keyCondition, string? filter, string? projection)
    {
        if (keyCondition is not null)
        {
            KeyConditionExpression.Parse(keyCondition).Bind(placeholders);
        }

        if (filter is not null)
        {
            ConditionExpression.Parse(filter, ExpressionParameter.FilterExpression).Bind(placeholders);
        }

        if (projection is not null)
        {
            ProjectionExpression.Parse(projection).Bind(placeholders);
        }

        placeholders.ThrowIfUnused();
    }
}
