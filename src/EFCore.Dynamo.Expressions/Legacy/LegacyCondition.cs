using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Legacy;

/// <summary>The legacy conditions of writes (<c>Expected</c>) and filters (<c>QueryFilter</c>, <c>ScanFilter</c>), as bound conditions.</summary>
/// <remarks>
///     Elements are checked in the order of the map, and the first problem is thrown. An empty map restricts nothing.
///     See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html">Legacy conditional parameters</see>.
/// </remarks>
internal static class LegacyCondition
{
    /// <summary>Checks and compiles a filter.</summary>
    /// <param name="conditions">By attribute name; null where the request has none. Each has its operator.</param>
    /// <param name="conditionalOperator">How they are combined; null means AND.</param>
    /// <exception cref="DynamoValidationException">Not a filter by the service's rules.</exception>
    public static BoundCondition? BindFilter(IReadOnlyDictionary<string, Condition>? conditions, ConditionalOperator? conditionalOperator)
    {
        CheckOperator(conditionalOperator, conditions?.Count);
        return conditions is null ? null : Bind(conditions, conditionalOperator, static (_, condition) => ToComparison(condition));
    }

    /// <summary>Checks and compiles the condition of a write.</summary>
    /// <param name="expected">By attribute name; null where the request has none.</param>
    /// <param name="conditionalOperator">How they are combined; null means AND.</param>
    /// <exception cref="DynamoValidationException">Not a condition by the service's rules.</exception>
    public static BoundCondition? BindExpected(IReadOnlyDictionary<string, ExpectedAttributeValue>? expected, ConditionalOperator? conditionalOperator)
    {
        CheckOperator(conditionalOperator, expected?.Count);
        return expected is null ? null : Bind(expected, conditionalOperator, ToComparison);
    }

    /// <summary>The operator and values of a condition of filters and keys.</summary>
    internal static LegacyComparison ToComparison(Condition condition)
        => new(condition.ComparisonOperator.GetValueOrDefault(), condition.AttributeValueList ?? []);

    private static LegacyComparison ToComparison(string attribute, ExpectedAttributeValue expected)
    {
        if (expected is { Value: not null, AttributeValueList: not null })
        {
            throw LegacyErrors.ValueWithList(attribute);
        }

        if (expected.ComparisonOperator is { } comparison)
        {
            return new(comparison, GetOperands(attribute, expected, comparison));
        }

        if (expected.AttributeValueList is not null)
        {
            throw LegacyErrors.ListWithoutComparison(attribute);
        }

        if (expected.Exists == false)
        {
            return expected.Value is null ? new(ComparisonOperator.Null, []) : throw LegacyErrors.ValueOfMissing(attribute);
        }

        return expected.Value is { } value ? new(ComparisonOperator.Equal, [value]) : throw LegacyErrors.MissingValue(expected.Exists, attribute);
    }

    private static IReadOnlyList<AttributeValue> GetOperands(string attribute, ExpectedAttributeValue expected, ComparisonOperator comparison)
    {
        if (expected.Exists is not null)
        {
            throw LegacyErrors.ExistsWithComparison(attribute);
        }

        if (expected.Value is { } value)
        {
            return [value];
        }

        if (expected.AttributeValueList is null && comparison is not (ComparisonOperator.Null or ComparisonOperator.NotNull))
        {
            throw LegacyErrors.ComparisonWithoutValue(comparison, attribute);
        }

        return expected.AttributeValueList ?? [];
    }

    private static BoundCondition? Bind<T>(
        IReadOnlyDictionary<string, T> conditions, ConditionalOperator? conditionalOperator, Func<string, T, LegacyComparison> toComparison)
    {
        if (conditions.Count == 0)
        {
            return null;
        }

        var slots = new LegacySlots(conditions.Count);
        var compiled = new List<CompiledCondition>(conditions.Count);
        foreach (var (attribute, condition) in conditions)
        {
            var path = slots.AddAttribute(attribute);
            var comparison = toComparison(attribute, condition);
            comparison.Check();
            compiled.Add(comparison.Compile(new CompiledPathOperand(path), slots));
        }

        var root = compiled.Count == 1 ? compiled[0] : new CompiledLogicalCondition([.. compiled], decisive: conditionalOperator == ConditionalOperator.Or);
        return new(root, slots.Paths, slots.ResolveNames(), slots.GetValues());
    }

    private static void CheckOperator(ConditionalOperator? conditionalOperator, int? conditionCount)
    {
        if (conditionalOperator is null)
        {
            return;
        }

        if (conditionCount is null)
        {
            throw LegacyErrors.OperatorWithoutConditions();
        }

        if (conditionCount < 2)
        {
            throw LegacyErrors.OperatorOfOneCondition();
        }
    }
}
