using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>Conditions of PartiQL as those of condition expressions.</summary>
internal sealed class PartiQlConditionTranslator(PartiQlTranslator translator) : PartiQlExpression.IVisitor<ConditionNode>
{
    private readonly PartiQlConditionOperandTranslator _operands = new(translator);

    public ConditionNode Translate(PartiQlExpression expression) => expression.Accept(this);

    public ConditionNode Visit(PartiQlExpression.Logical logical)
    {
        SyntaxList<ConditionNode> operands = [.. logical.Operands.Select(Translate)];
        return logical.IsOr ? new ConditionNode.Or(operands) : new ConditionNode.And(operands);
    }

    public ConditionNode Visit(PartiQlExpression.Not not) => new ConditionNode.Not(Translate(not.Operand));

    public ConditionNode Visit(PartiQlExpression.Binary binary)
    {
        if (PartiQlOperators.ToComparison(binary.Operator) is not { } comparison)
        {
            throw NoCondition();
        }

        if (comparison is not (ComparisonKind.Equal or ComparisonKind.NotEqual))
        {
            return new ConditionNode.Comparison(_operands.Translate(binary.Left), comparison, _operands.Translate(binary.Right));
        }

        var isEqual = comparison == ComparisonKind.Equal;
        if (binary.Right is PartiQlExpression.Missing)
        {
            return TranslateMissing(binary.Left, isEqual);
        }

        if (binary.Left is PartiQlExpression.Missing)
        {
            return TranslateMissing(binary.Right, isEqual);
        }

        return TranslateTruth(binary, isEqual) ?? new ConditionNode.Comparison(_operands.Translate(binary.Left), comparison, _operands.Translate(binary.Right));
    }

    public ConditionNode Visit(PartiQlExpression.Between between)
        => new ConditionNode.Between(_operands.Translate(between.Operand), _operands.Translate(between.Lower), _operands.Translate(between.Upper));

    public ConditionNode Visit(PartiQlExpression.In choice)
        => new ConditionNode.In(_operands.Translate(choice.Operand), TranslateCandidates(choice.Candidates));

    public ConditionNode Visit(PartiQlExpression.TypeTest test)
    {
        if (test.Type == "missing")
        {
            return TranslateMissing(test.Operand, isMissing: true);
        }

        var types = PartiQlTypes.Find(test.Type);
        if (types.IsEmpty)
        {
            throw PartiQlErrors.Unsupported($"Unsupported type: {test.Type}");
        }

        var conditions = new ConditionNode[types.Length];
        for (var i = 0; i < types.Length; i++)
        {
            var name = translator.AddValue(AttributeValue.FromString(types[i].GetWireName()));
            conditions[i] = new ConditionNode.Call(ExpressionFunction.AttributeType, [TranslatePath(test.Operand), name]);
        }

        return conditions.Length == 1 ? conditions[0] : new ConditionNode.Or([.. conditions]);
    }

    public ConditionNode Visit(PartiQlExpression.Call call)
        => PartiQlFunctions.FindCondition(call) is var (function, count)
            ? new ConditionNode.Call(function, _operands.TranslateArguments(call, count))
            : throw PartiQlFunctions.Reject(call);

    public ConditionNode Visit(PartiQlExpression.Literal literal) => throw NoCondition();

    public ConditionNode Visit(PartiQlExpression.UnstorableNumber number) => throw NoCondition();

    public ConditionNode Visit(PartiQlExpression.Parameter parameter) => throw NoCondition();

    public ConditionNode Visit(PartiQlExpression.Missing missing) => throw NoCondition();

    public ConditionNode Visit(PartiQlExpression.Attribute attribute) => throw NoCondition();

    public ConditionNode Visit(PartiQlExpression.List list) => throw NoCondition();

    public ConditionNode Visit(PartiQlExpression.Bag bag) => throw NoCondition();

    public ConditionNode Visit(PartiQlExpression.Tuple tuple) => throw NoCondition();

    private ConditionNode.Call TranslateMissing(PartiQlExpression operand, bool isMissing)
        => new(isMissing ? ExpressionFunction.AttributeNotExists : ExpressionFunction.AttributeExists, [TranslatePath(operand)]);

    /// <summary>A function that is compared with TRUE or FALSE; null for any other comparison.</summary>
    private ConditionNode? TranslateTruth(PartiQlExpression.Binary binary, bool isEqual)
    {
        var (call, other) = binary.Left is PartiQlExpression.Call left ? (left, binary.Right) : (binary.Right as PartiQlExpression.Call, binary.Left);
        if (call is null || PartiQlFunctions.FindCondition(call) is null || !PartiQlConstants.IsConstant(other))
        {
            return null;
        }

        var value = translator.Constants.Evaluate(other);
        if (value.Type != AttributeType.Boolean)
        {
            return null;
        }

        var condition = Visit(call);
        return value.GetBoolean() == isEqual ? condition : new ConditionNode.Not(condition);
    }

    /// <summary>A list in the text, or a parameter that is a list or a set.</summary>
    private SyntaxList<Operand> TranslateCandidates(PartiQlExpression candidates)
    {
        if (candidates is PartiQlExpression.List list)
        {
            return [.. list.Elements.Select(_operands.Translate)];
        }

        if (!PartiQlConstants.IsConstant(candidates))
        {
            throw NoCandidates();
        }

        var value = translator.Constants.Evaluate(candidates);
        if (value.Type != AttributeType.List && !value.Type.IsSet())
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

    private Operand.Attribute TranslatePath(PartiQlExpression expression)
        => expression is PartiQlExpression.Attribute attribute
            ? new(translator.TranslatePath(attribute.Path))
            : throw PartiQlErrors.Unsupported("IS takes an attribute or a document path");

    private static DynamoValidationException NoCondition() => PartiQlErrors.Unsupported("The WHERE clause must be a condition");

    private static DynamoValidationException NoCandidates() => PartiQlErrors.Unsupported("IN takes a list of values");
}
