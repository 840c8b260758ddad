using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>Conditions of PartiQL as those of condition expressions.</summary>
internal sealed class PartiQlConditionTranslator(PartiQlTranslator translator)
{
    public ConditionNode Translate(PartiQlExpression expression)
        => expression switch
        {
            PartiQlLogical { IsOr: true } or => new OrCondition(TranslateAll(or.Operands)),
            PartiQlLogical and => new AndCondition(TranslateAll(and.Operands)),
            PartiQlNot not => new NotCondition(Translate(not.Operand)),
            PartiQlBinary { Operator: PartiQlOperator.Equal or PartiQlOperator.NotEqual, Right: PartiQlMissing } comparison => TranslateMissing(comparison, comparison.Left),
            PartiQlBinary { Operator: PartiQlOperator.Equal or PartiQlOperator.NotEqual, Left: PartiQlMissing } comparison => TranslateMissing(comparison, comparison.Right),
            PartiQlBinary { Operator: <= PartiQlOperator.GreaterThanOrEqual } comparison =>
                TranslateTruth(comparison) ?? new ComparisonCondition(TranslateOperand(comparison.Left), (ComparisonKind)comparison.Operator, TranslateOperand(comparison.Right)),
            PartiQlBetween between => new BetweenCondition(TranslateOperand(between.Operand), TranslateOperand(between.Lower), TranslateOperand(between.Upper)),
            PartiQlIn @in => new InCondition(TranslateOperand(@in.Operand), TranslateCandidates(@in.Candidates)),
            PartiQlTypeTest test => TranslateTypeTest(test),
            PartiQlCall call => TranslateCall(call),
            _ => throw PartiQlErrors.Unsupported("The WHERE clause must be a condition"),
        };

    private SyntaxList<ConditionNode> TranslateAll(SyntaxList<PartiQlExpression> operands) => [.. operands.Select(Translate)];

    private FunctionCondition TranslateMissing(PartiQlBinary comparison, PartiQlExpression operand)
        => new(comparison.Operator == PartiQlOperator.Equal ? ExpressionFunction.AttributeNotExists : ExpressionFunction.AttributeExists, [TranslatePath(operand)]);

    /// <summary>A function that is compared with TRUE or FALSE; null for any other comparison.</summary>
    private ConditionNode? TranslateTruth(PartiQlBinary comparison)
    {
        if (comparison.Operator is not (PartiQlOperator.Equal or PartiQlOperator.NotEqual))
        {
            return null;
        }

        var (call, other) = comparison.Left is PartiQlCall ? ((PartiQlCall)comparison.Left, comparison.Right) : (comparison.Right as PartiQlCall, comparison.Left);
        if (call is null || PartiQlFunctions.FindCondition(call) is null || !PartiQlConstants.IsConstant(other))
        {
            return null;
        }

        var value = translator.Constants.Evaluate(other);
        if (value.Type != AttributeType.Boolean)
        {
            return null;
        }

        var condition = TranslateCall(call);
        return value.GetBoolean() == (comparison.Operator == PartiQlOperator.Equal) ? condition : new NotCondition(condition);
    }

    private Operand TranslateOperand(PartiQlExpression expression)
    {
        if (PartiQlConstants.IsConstant(expression))
        {
            return translator.AddValue(translator.Constants.Evaluate(expression));
        }

        return expression switch
        {
            PartiQlPath path => new PathOperand(translator.TranslatePath(path.Path)),
            PartiQlCall { Function: "size" } size => new FunctionOperand(ExpressionFunction.Size, TranslateArguments(size, 1)),
            PartiQlCall call => throw PartiQlFunctions.Reject(call),
            PartiQlBinary { Operator: PartiQlOperator.Add } => throw PartiQlErrors.Unsupported(PartiQlErrors.UnsupportedOperator("+")),
            PartiQlBinary { Operator: PartiQlOperator.Subtract } => throw PartiQlErrors.Unsupported(PartiQlErrors.UnsupportedOperator("-")),
            _ => throw PartiQlErrors.Unsupported("An operand must be a value, an attribute or its size"),
        };
    }

    /// <summary>A list in the text, or a parameter that is a list or a set.</summary>
    private SyntaxList<Operand> TranslateCandidates(PartiQlExpression candidates)
    {
        if (candidates is PartiQlList list)
        {
            return [.. list.Elements.Select(TranslateOperand)];
        }

        if (!PartiQlConstants.IsConstant(candidates))
        {
            throw NoCandidates();
        }

        var value = translator.Constants.Evaluate(candidates);
        if (value.Type is not (AttributeType.List or AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet))
        {
            throw NoCandidates();
        }

        var operands = new Operand[value.Count];
        for (var i = 0; i < operands.Length; i++)
        {
            operands[i] = translator.AddValue(value[i]);
        }

        return [.. operands];
    }

    private ConditionNode TranslateTypeTest(PartiQlTypeTest test)
    {
        if (test.Type == "missing")
        {
            return new FunctionCondition(ExpressionFunction.AttributeNotExists, [TranslatePath(test.Operand)]);
        }

        var types = PartiQlTypes.Find(test.Type);
        if (types.IsEmpty)
        {
            throw PartiQlErrors.Unsupported($"Unsupported type: {test.Type}");
        }

        var conditions = new ConditionNode[types.Length];
        for (var i = 0; i < types.Length; i++)
        {
            conditions[i] = new FunctionCondition(ExpressionFunction.AttributeType, [TranslatePath(test.Operand), translator.AddValue(AttributeValue.FromString(types[i].GetWireName()))]);
        }

        return conditions.Length == 1 ? conditions[0] : new OrCondition([.. conditions]);
    }

    private FunctionCondition TranslateCall(PartiQlCall call)
        => PartiQlFunctions.FindCondition(call) is var (function, count) ? new(function, TranslateArguments(call, count)) : throw PartiQlFunctions.Reject(call);

    private SyntaxList<Operand> TranslateArguments(PartiQlCall call, int count)
    {
        if (call.Arguments.Count != count)
        {
            throw PartiQlErrors.Unsupported(ExpressionErrors.OperandCount(call.Function, call.Arguments.Count));
        }

        return [.. call.Arguments.Select(TranslateOperand)];
    }

    private PathOperand TranslatePath(PartiQlExpression expression)
        => expression is PartiQlPath path ? new(translator.TranslatePath(path.Path)) : throw PartiQlErrors.Unsupported("IS takes an attribute or a document path");

    private static DynamoValidationException NoCandidates() => PartiQlErrors.Unsupported("IN takes a list of values");
}
