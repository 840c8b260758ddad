using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>The values of expressions that name no attribute.</summary>
internal sealed class PartiQlConstants(IReadOnlyList<AttributeValue> parameters) : PartiQlExpression.IVisitor<AttributeValue>
{
    // The way from the value to the part that is being evaluated.
    private readonly List<PathElement> _steps = [];

    // How many lists and maps stand around that part.
    private int _level;

    /// <summary>Whether the expression is a value, whatever the item.</summary>
    public static bool IsConstant(PartiQlExpression expression) => expression.Accept(PartiQlConstantTest.Instance);

    /// <summary>The value.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="level">How many lists and maps stand around it.</param>
    /// <exception cref="DynamoValidationException">It names an attribute, or is no value that an item can hold.</exception>
    public AttributeValue Evaluate(PartiQlExpression expression, int level = 1)
    {
        _steps.Clear();
        _level = level;
        return EvaluatePart(expression);
    }

    public AttributeValue Visit(PartiQlExpression.Literal literal) => literal.Value;

    public AttributeValue Visit(PartiQlExpression.UnstorableNumber number)
        => throw PartiQlErrors.Unsupported(PartiQlErrors.UnstorableNumber(number, Describe(_steps.Count)));

    public AttributeValue Visit(PartiQlExpression.Parameter parameter)
    {
        var value = parameters[parameter.Ordinal];
        return value.Span.Depth + _level > StatementValues.MaxDepth ? throw ExpressionErrors.ValueTooDeep() : value;
    }

    public AttributeValue Visit(PartiQlExpression.List list)
    {
        _level++;
        var values = EvaluateAll(list.Elements);
        _level--;
        return AttributeValue.FromList(values);
    }

    public AttributeValue Visit(PartiQlExpression.Tuple tuple)
    {
        var builder = new ItemBuilder();
        var names = new HashSet<string>(StringComparer.Ordinal);
        _level++;
        foreach (var member in tuple.Members.AsSpan())
        {
            if (member.Name is not PartiQlExpression.Literal { Value: { Type: AttributeType.String } name })
            {
                throw PartiQlErrors.Unsupported("Attribute names in a tuple must be strings");
            }

            var text = name.GetString();
            if (!names.Add(text))
            {
                throw PartiQlErrors.Unsupported($"The tuple has more than one attribute of the name {text}");
            }

            builder.Add(text, EvaluateAt(PathElement.MapEntry(text), member.Value));
        }

        _level--;
        return AttributeValue.FromMap(builder.Build());
    }

    public AttributeValue Visit(PartiQlExpression.Bag bag)
    {
        if (bag.Elements.Count == 0)
        {
            throw PartiQlErrors.Unsupported(PartiQlErrors.EmptyBag);
        }

        // A set is no level of its own: its elements nest nothing.
        var values = EvaluateAll(bag.Elements);
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

    public AttributeValue Visit(PartiQlExpression.Binary binary)
    {
        if (PartiQlOperators.ToComparison(binary.Operator) is not null)
        {
            throw DependsOnItem();
        }

        var (left, right) = (EvaluatePart(binary.Left), EvaluatePart(binary.Right));
        if (left.Type != AttributeType.Number || right.Type != AttributeType.Number)
        {
            throw PartiQlErrors.Unsupported($"Operator {PartiQlOperators.GetText(binary.Operator)} takes numbers only");
        }

        return AttributeValue.FromNumber(binary.Operator == PartiQlOperator.Add ? left.GetNumber() + right.GetNumber() : left.GetNumber() - right.GetNumber());
    }

    public AttributeValue Visit(PartiQlExpression.Call call)
        => throw PartiQlErrors.Unsupported(PartiQlErrors.UnsupportedDataType(call, Describe(Math.Max(_steps.Count - 1, 0))));

    public AttributeValue Visit(PartiQlExpression.Missing missing) => throw DependsOnItem();

    public AttributeValue Visit(PartiQlExpression.Attribute attribute) => throw DependsOnItem();

    public AttributeValue Visit(PartiQlExpression.Logical logical) => throw DependsOnItem();

    public AttributeValue Visit(PartiQlExpression.Not not) => throw DependsOnItem();

    public AttributeValue Visit(PartiQlExpression.In choice) => throw DependsOnItem();

    public AttributeValue Visit(PartiQlExpression.Between between) => throw DependsOnItem();

    public AttributeValue Visit(PartiQlExpression.TypeTest test) => throw DependsOnItem();

    private static DynamoValidationException DependsOnItem() => PartiQlErrors.Unsupported("A value may not depend on the item here");

    private static AttributeValue CreateSet(AttributeValue[] values, AttributeType type)
        => type switch
        {
            AttributeType.String => AttributeValue.FromStringSet(values.Select(static value => value.GetString())),
            AttributeType.Number => AttributeValue.FromNumberSet(values.Select(static value => value.GetNumber())),
            AttributeType.Binary => AttributeValue.FromBinarySet(values.Select(static value => (ReadOnlyMemory<byte>)value.GetBinary().ToArray())),
            _ => throw PartiQlErrors.Unsupported("The elements of a set must be strings, numbers or binaries"),
        };

    private AttributeValue EvaluatePart(PartiQlExpression expression)
        => _level > StatementValues.MaxDepth ? throw ExpressionErrors.ValueTooDeep() : expression.Accept(this);

    private AttributeValue[] EvaluateAll(SyntaxList<PartiQlExpression> expressions)
    {
        var values = new AttributeValue[expressions.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = EvaluateAt(PathElement.ListElement(i), expressions[i]);
        }

        return values;
    }

    private AttributeValue EvaluateAt(PathElement step, PartiQlExpression expression)
    {
        _steps.Add(step);
        var value = EvaluatePart(expression);
        _steps.RemoveAt(_steps.Count - 1);
        return value;
    }

    /// <summary>The way to what is being evaluated, as errors say it: <c>root.x[1]</c>.</summary>
    private string Describe(int stepCount)
        => string.Concat(_steps.Take(stepCount).Select(static step => step.Name is { } name ? $".{name}" : $"[{step.Index}]").Prepend("root"));
}
