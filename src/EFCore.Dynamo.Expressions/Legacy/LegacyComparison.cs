using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Legacy;

/// <summary>One legacy operator with its values: checked, then compiled into what an expression would have become.</summary>
internal readonly record struct LegacyComparison(ComparisonOperator Operator, IReadOnlyList<AttributeValue> Values)
{
    /// <summary>Checks number, then types, then order of the values.</summary>
    /// <exception cref="DynamoValidationException">The operator does not take them.</exception>
    public void Check()
    {
        if (!TakesCount(Values.Count))
        {
            throw LegacyErrors.ArgumentCount(Operator);
        }

        foreach (var value in Values)
        {
            if (value.Type != Values[0].Type)
            {
                throw LegacyErrors.MixedTypes();
            }
        }

        if (Values.Count > 0 && !TakesType(Values[0].Type))
        {
            throw LegacyErrors.ArgumentType(Operator, Values[0].Type);
        }

        if (Operator == ComparisonOperator.Between && Values[0].Span.CompareValue(Values[1].Span) > 0)
        {
            throw LegacyErrors.BoundsOrder();
        }
    }

    public CompiledCondition Compile(CompiledOperand attribute, LegacySlots slots)
        => Operator switch
        {
            ComparisonOperator.Equal => Compare(attribute, ComparisonKind.Equal, slots),
            ComparisonOperator.NotEqual => Compare(attribute, ComparisonKind.NotEqual, slots),
            ComparisonOperator.LessThanOrEqual => Compare(attribute, ComparisonKind.LessThanOrEqual, slots),
            ComparisonOperator.LessThan => Compare(attribute, ComparisonKind.LessThan, slots),
            ComparisonOperator.GreaterThanOrEqual => Compare(attribute, ComparisonKind.GreaterThanOrEqual, slots),
            ComparisonOperator.GreaterThan => Compare(attribute, ComparisonKind.GreaterThan, slots),
            ComparisonOperator.NotNull => new CompiledAttributeExists(attribute, expected: true),
            ComparisonOperator.Null => new CompiledAttributeExists(attribute, expected: false),
            ComparisonOperator.Contains => new CompiledContains(attribute, slots.AddOperand(Values[0])),
            ComparisonOperator.NotContains => CompileNotContains(attribute, slots),
            ComparisonOperator.BeginsWith => new CompiledBeginsWith(attribute, slots.AddOperand(Values[0])),
            ComparisonOperator.In => new CompiledIn(attribute, CompileAll(slots)),
            _ => new CompiledBetween(attribute, slots.AddOperand(Values[0]), slots.AddOperand(Values[1])),
        };

    /// <summary>A missing attribute does not satisfy NOT_CONTAINS, though it satisfies <c>NOT contains</c> of an expression, and NE.</summary>
    private CompiledLogicalCondition CompileNotContains(CompiledOperand attribute, LegacySlots slots)
        => new(
            [new CompiledAttributeExists(attribute, expected: true), new CompiledNotCondition(new CompiledContains(attribute, slots.AddOperand(Values[0])))],
            decisive: false);

    private CompiledComparison Compare(CompiledOperand attribute, ComparisonKind comparator, LegacySlots slots)
        => new(attribute, comparator, slots.AddOperand(Values[0]));

    private CompiledOperand[] CompileAll(LegacySlots slots)
    {
        var operands = new CompiledOperand[Values.Count];
        for (var i = 0; i < operands.Length; i++)
        {
            operands[i] = slots.AddOperand(Values[i]);
        }

        return operands;
    }

    private bool TakesCount(int count)
        => Operator switch
        {
            ComparisonOperator.Null or ComparisonOperator.NotNull => count == 0,
            ComparisonOperator.Between => count == 2,
            ComparisonOperator.In => count > 0,
            _ => count == 1,
        };

    private bool TakesType(AttributeType type)
        => Operator switch
        {
            ComparisonOperator.Equal or ComparisonOperator.NotEqual => true,
            ComparisonOperator.BeginsWith => type is AttributeType.String or AttributeType.Binary,
            ComparisonOperator.Contains or ComparisonOperator.NotContains or ComparisonOperator.In
                => type.IsOrdered() || type is AttributeType.Boolean or AttributeType.Null,
            _ => type.IsOrdered(),
        };
}
