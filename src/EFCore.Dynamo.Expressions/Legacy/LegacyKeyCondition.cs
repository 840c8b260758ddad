using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Compilation;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Expressions.Legacy;

/// <summary>The legacy <c>KeyConditions</c> of Query, as a bound key condition.</summary>
/// <remarks>
///     See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.KeyConditions.html">KeyConditions</see>.
/// </remarks>
internal static class LegacyKeyCondition
{
    /// <summary>Checks operators and values; which attributes they fit is known when the result is matched with a key schema.</summary>
    /// <param name="conditions">By attribute name. Each has its operator.</param>
    /// <exception cref="DynamoValidationException">Not conditions on keys by the service's rules.</exception>
    public static BoundKeyCondition Bind(IReadOnlyDictionary<string, Condition> conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        var slots = new LegacySlots(conditions.Count);
        foreach (var (attribute, condition) in conditions)
        {
            slots.AddAttribute(attribute);
            LegacyCondition.ToComparison(condition).Check();
        }

        var parts = new List<KeyConditionPart>(conditions.Count);
        foreach (var condition in conditions.Values)
        {
            var (comparison, values) = LegacyCondition.ToComparison(condition);
            var @operator = ToKeyOperator(comparison);
            parts.Add(new(slots.Paths[parts.Count], @operator, slots.AddValue(values[0]), values.Count > 1 ? slots.AddValue(values[1]) : -1));
        }

        return new([.. parts], problem: null, slots.ResolveNames(), slots.GetValues());
    }

    private static SortKeyOperator ToKeyOperator(ComparisonOperator comparison)
        => comparison switch
        {
            ComparisonOperator.Equal => SortKeyOperator.Equal,
            ComparisonOperator.LessThan => SortKeyOperator.LessThan,
            ComparisonOperator.LessThanOrEqual => SortKeyOperator.LessThanOrEqual,
            ComparisonOperator.GreaterThan => SortKeyOperator.GreaterThan,
            ComparisonOperator.GreaterThanOrEqual => SortKeyOperator.GreaterThanOrEqual,
            ComparisonOperator.BeginsWith => SortKeyOperator.BeginsWith,
            ComparisonOperator.Between => SortKeyOperator.Between,
            _ => throw LegacyErrors.NotIndexable(),
        };
}
