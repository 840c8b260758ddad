using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>The bound expressions of one write: parse all, bind all, then report unused placeholders, as the service does.</summary>
internal readonly struct WriteExpressions
{
    private WriteExpressions(BoundCondition? condition, BoundUpdate? update)
    {
        Condition = condition;
        Update = update;
    }

    public BoundCondition? Condition { get; }

    public BoundUpdate? Update { get; }

    /// <exception cref="Errors.DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static WriteExpressions Bind(string? condition, string? update, IReadOnlyDictionary<string, string>? names, Item? values)
    {
        if (condition is null && update is null)
            return default;

        var placeholders = new RequestPlaceholders(names, values);
        var parsedUpdate = update is null ? null : UpdateExpression.Parse(update);
        var parsedCondition = condition is null ? null : ConditionExpression.Parse(condition);
        var bound = new WriteExpressions(parsedCondition?.Bind(placeholders), parsedUpdate?.Bind(placeholders));
        placeholders.ThrowIfUnused();
        return bound;
    }
}
