using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>The values of expressions that name no attribute.</summary>
internal sealed class PartiQlConstants(IReadOnlyList<AttributeValue> parameters)
{
    // The way from the value to the part that is being evaluated.
    private readonly List<PathElement> _steps = [];

    /// <summary>Whether the expression is a value, whatever the item.</summary>
    public static bool IsConstant(PartiQlExpression expression)
        => expression switch
        {
            PartiQlLiteral or PartiQlUnstorableNumber or PartiQlParameter or PartiQlBag or PartiQlTuple => true,
            PartiQlList list => AreConstant(list.Elements),
            PartiQlBinary { Operator: PartiQlOperator.Add or PartiQlOperator.Subtract } sum => IsConstant(sum.Left) && IsConstant(sum.Right),
            _ => false,
        };

    /// <summary>The value.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="level">How many lists and maps stand around it.</param>
    /// <exception cref="DynamoValidationException">It names an attribute, or is no value that an item can hold.</exception>
    public AttributeValue Evaluate(PartiQlExpression expression, int level = 1)
    {
        _steps.Clear();
        return EvaluatePart(expression, level);
    }

    private AttributeValue EvaluatePart(PartiQlExpression expression, int level)
    {
        if (level > StatementValues.MaxDepth)
        {
            throw ExpressionErrors.ValueTooDeep();
        }

        return expression switch
        {
            PartiQlLiteral literal => literal.Value,
            PartiQlUnstorableNumber number => throw PartiQlErrors.Unsupported(PartiQlErrors.UnstorableNumber(number, Describe(_steps.Count))),
            PartiQlParameter parameter => Check(parameters[parameter.Ordinal], level),
            PartiQlList list => AttributeValue.FromList(EvaluateAll(list.Elements, level + 1)),
            PartiQlTuple tuple => EvaluateTuple(tuple, level),
            PartiQlBag bag => EvaluateSet(bag, level),
            PartiQlBinary { Operator: PartiQlOperator.Add or PartiQlOperator.Subtract } sum => EvaluateSum(sum, level),
            PartiQlCall call => throw PartiQlErrors.Unsupported(PartiQlErrors.UnsupportedDataType(call, Describe(Math.Max(_steps.Count - 1, 0)))),
            _ => throw PartiQlErrors.Unsupported("A value may not depend on the item here"),
        };
    }

    private static bool AreConstant(SyntaxList<PartiQlExpression> expressions)
    {
        foreach (var expression in expressions.AsSpan())
        {
            if (!IsConstant(expression))
            {
                return false;
            }
        }

        return true;
    }

    private static AttributeValue Check(AttributeValue value, int level)
        => value.Span.Depth + level > StatementValues.MaxDepth ? throw ExpressionErrors.ValueTooDeep() : value;

    private AttributeValue[] EvaluateAll(SyntaxList<PartiQlExpression> expressions, int level)
    {
        var values = new AttributeValue[expressions.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = EvaluateAt(PathElement.ListElement(i), expressions[i], level);
        }

        return values;
    }

    private AttributeValue EvaluateAt(PathElement step, PartiQlExpression expression, int level)
    {
        _steps.Add(step);
        var value = EvaluatePart(expression, level);
        _steps.RemoveAt(_steps.Count - 1);
        return value;
    }

    /// <summary>The way to what is being evaluated, as errors say it: <c>root.x[1]</c>.</summary>
    private string Describe(int stepCount)
        => string.Concat(_steps.Take(stepCount).Select(static step => step.Name is { } name ? $".{name}" : $"[{step.Index}]").Prepend("root"));

    private AttributeValue EvaluateTuple(PartiQlTuple tuple, int level)
    {
        var builder = new ItemBuilder();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in tuple.Members.AsSpan())
        {
            if (member.Name is not PartiQlLiteral { Value: { Type: AttributeType.String } name })
            {
                throw PartiQlErrors.Unsupported("Attribute names in a tuple must be strings");
            }

            var text = name.GetString();
            if (!names.Add(text))
            {
                throw PartiQlErrors.Unsupported($"The tuple has more than one attribute of the name {text}");
            }

            builder.Add(text, EvaluateAt(PathElement.MapEntry(text), member.Value, level + 1));
        }

        return AttributeValue.FromMap(builder.Build());
    }

    private AttributeValue EvaluateSet(PartiQlBag bag, int level)
    {
        if (bag.Elements.Count == 0)
        {
            throw PartiQlErrors.Unsupported(PartiQlErrors.EmptyBag);
        }

        var values = EvaluateAll(bag.Elements, level);
        var type = values[0].Type;
        if (Array.Exists(values, value => value.Type != type))
        {
            throw PartiQlErrors.Unsupported("The elements of a set must be of one type");
        }

        try
        {
            return CreateSet(values, type);
        }
        catch (DynamoValidationException exception) when (exception.ValueError is { } error)
        {
            throw PartiQlErrors.Unsupported(error.ToMessage(ValueWording.Statement));
        }
    }

    private static AttributeValue CreateSet(AttributeValue[] values, AttributeType type)
        => type switch
        {
            AttributeType.String => AttributeValue.FromStringSet(values.Select(static value => value.GetString())),
            AttributeType.Number => AttributeValue.FromNumberSet(values.Select(static value => value.GetNumber())),
            AttributeType.Binary => AttributeValue.FromBinarySet(values.Select(static value => (ReadOnlyMemory<byte>)value.GetBinary().ToArray())),
            _ => throw PartiQlErrors.Unsupported("The elements of a set must be strings, numbers or binaries"),
        };

    private AttributeValue EvaluateSum(PartiQlBinary sum, int level)
    {
        var (left, right) = (EvaluatePart(sum.Left, level), EvaluatePart(sum.Right, level));
        if (left.Type != AttributeType.Number || right.Type != AttributeType.Number)
        {
            throw PartiQlErrors.Unsupported($"Operator {(sum.Operator == PartiQlOperator.Add ? '+' : '-')} takes numbers only");
        }

        return AttributeValue.FromNumber(sum.Operator == PartiQlOperator.Add ? left.GetNumber() + right.GetNumber() : left.GetNumber() - right.GetNumber());
    }
}
