using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Legacy;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>The bound expressions of one write: the update, then the condition, each parsed and bound; then unused placeholders: the order of the service's errors.</summary>
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

        var placeholders = new RequestPlaceholders(names, values, areChecked: true);
        var boundUpdate = update is null ? null : UpdateExpression.Parse(update).Bind(placeholders);
        var boundCondition = condition is null ? null : ConditionExpression.Parse(condition).Bind(placeholders);
        placeholders.ThrowIfUnused();
        return new(boundCondition, boundUpdate);
    }
    /// <summary>The legacy parameters in place of expressions: updates first, as the service checks them.</summary>
    /// <exception cref="Errors.DynamoValidationException">Not updates or conditions by the service's rules.</exception>
    public static WriteExpressions BindLegacy(
        IReadOnlyDictionary<string, ExpectedAttributeValue>? expected,
        ConditionalOperator? conditionalOperator,
        IReadOnlyDictionary<string, AttributeValueUpdate>? attributeUpdates = null)
    {
        var update = LegacyUpdate.Bind(attributeUpdates);
        return new(LegacyCondition.BindExpected(expected, conditionalOperator), update);
    }
}
