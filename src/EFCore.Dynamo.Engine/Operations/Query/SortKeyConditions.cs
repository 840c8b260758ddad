using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage.Keys;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations.Query;

/// <summary>The sort key part of a key condition: as a range of the store, and as a predicate for start keys.</summary>
internal static class SortKeyConditions
{
    public static SortKeyRange ToRange(ItemSpace space, ReadOnlySpan<SortKeyCondition> conditions)
    {
        if (conditions.IsEmpty)
        {
            return SortKeyRange.All;
        }

        var builder = space.BuildSortKeyRange();
        foreach (var condition in conditions)
        {
            if (condition.Operator != SortKeyOperator.Equal)
            {
                return Build(builder, condition);
            }

            builder = builder.Equal(condition.Value.Span);
        }

        return builder.Build();
    }

    public static bool Match(KeyLayout key, ReadOnlySpan<SortKeyCondition> conditions, ItemSpan item)
    {
        for (var i = 0; i < conditions.Length; i++)
        {
            if (!key.SortKey[i].TryFind(item, out var value) || !Match(conditions[i], value))
            {
                return false;
            }
        }

        return true;
    }

    private static SortKeyRange Build(SortKeyRangeBuilder builder, SortKeyCondition condition) => condition.Operator switch
    {
        SortKeyOperator.LessThan => builder.LessThan(condition.Value.Span),
        SortKeyOperator.LessThanOrEqual => builder.LessThanOrEqual(condition.Value.Span),
        SortKeyOperator.GreaterThan => builder.GreaterThan(condition.Value.Span),
        SortKeyOperator.GreaterThanOrEqual => builder.GreaterThanOrEqual(condition.Value.Span),
        SortKeyOperator.Between => builder.Between(condition.Value.Span, condition.Upper.Span),
        SortKeyOperator.BeginsWith => builder.BeginsWith(condition.Value.Span),
        _ => throw new System.Diagnostics.UnreachableException($"Unknown sort key operator {condition.Operator}."),
    };

    private static bool Match(SortKeyCondition condition, AttributeValueSpan value) => condition.Operator switch
    {
        SortKeyOperator.Equal => value.ValueEquals(condition.Value.Span),
        SortKeyOperator.LessThan => value.CompareValue(condition.Value.Span) < 0,
        SortKeyOperator.LessThanOrEqual => value.CompareValue(condition.Value.Span) <= 0,
        SortKeyOperator.GreaterThan => value.CompareValue(condition.Value.Span) > 0,
        SortKeyOperator.GreaterThanOrEqual => value.CompareValue(condition.Value.Span) >= 0,
        SortKeyOperator.Between => value.CompareValue(condition.Value.Span) >= 0 && value.CompareValue(condition.Upper.Span) <= 0,
        SortKeyOperator.BeginsWith => BytesOf(value).StartsWith(BytesOf(condition.Value.Span)),
        _ => throw new System.Diagnostics.UnreachableException($"Unknown sort key operator {condition.Operator}."),
    };

    private static ReadOnlySpan<byte> BytesOf(AttributeValueSpan value)
        => value.Type == AttributeType.Binary ? value.GetBinary() : value.GetUtf8String();
}
