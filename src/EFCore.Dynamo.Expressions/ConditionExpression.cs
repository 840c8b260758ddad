using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Compilation;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.Parsing;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>A parsed <c>ConditionExpression</c> or <c>FilterExpression</c>: immutable, cached by its text, shared by threads.</summary>
internal sealed class ConditionExpression
{
    private static readonly ExpressionCache<ConditionExpression> Conditions = new(static text => new(text, ExpressionParameter.ConditionExpression));
    private static readonly ExpressionCache<ConditionExpression> Filters = new(static text => new(text, ExpressionParameter.FilterExpression));

    private readonly ExpressionParameter _parameter;
    private readonly ExpressionSlots _slots = new();
    private readonly CompiledCondition _condition;
    private readonly CompiledPath[] _paths;

    private ConditionExpression(string text, ExpressionParameter parameter)
        : this(ConditionParser.Parse(text, parameter), parameter)
    {
    }

    private ConditionExpression(ConditionNode root, ExpressionParameter parameter)
    {
        _parameter = parameter;
        Root = root;
        var compiler = new ConditionCompiler(_slots);
        _condition = compiler.Compile(Root);
        _paths = compiler.Paths;
    }

    /// <summary>The syntax tree.</summary>
    public ConditionNode Root { get; }

    /// <summary>Parses, or takes from the cache.</summary>
    /// <param name="text">The expression, 1 to 4,096 bytes.</param>
    /// <param name="parameter"><see cref="ExpressionParameter.ConditionExpression" /> or <see cref="ExpressionParameter.FilterExpression" />.</param>
    /// <exception cref="DynamoValidationException">Not a condition by the service's rules.</exception>
    public static ConditionExpression Parse(string text, ExpressionParameter parameter = ExpressionParameter.ConditionExpression)
        => parameter switch
        {
            ExpressionParameter.ConditionExpression => Conditions.GetOrParse(text),
            ExpressionParameter.FilterExpression => Filters.GetOrParse(text),
            _
                => throw new ArgumentOutOfRangeException(
                    nameof(parameter),
                    parameter,
                    "Only ConditionExpression and FilterExpression hold a condition; KeyConditionExpression has a type of its own."),
        };

    /// <summary>A condition that did not come from a text of its own: what <see cref="PartiQlTranslator" /> made of a statement.</summary>
    /// <param name="root">A tree of what the parser makes; every name is a placeholder.</param>
    /// <param name="parameter">What errors about it begin with.</param>
    public static ConditionExpression FromSyntax(ConditionNode root, ExpressionParameter parameter) => new(root, parameter);

    /// <summary>Resolves the placeholders and checks the operands' types.</summary>
    /// <param name="placeholders">The placeholders of the request; records which of them are used.</param>
    /// <exception cref="DynamoValidationException">An undefined placeholder, or a value of a type that its operator does not take.</exception>
    public BoundCondition Bind(RequestPlaceholders placeholders)
    {
        ArgumentNullException.ThrowIfNull(placeholders);
        placeholders.Use(_slots);
        var names = _slots.ResolveNames(placeholders.Names);
        var values = _slots.ValuePlaceholders.Count == 0 ? [] : new AttributeValue[_slots.ValuePlaceholders.Count];
        var missing = _slots.ResolveValues(placeholders.Values, values);
        _condition.Check(new BindingCheck(_parameter, _slots, names, values, missing));
        return new(_condition, _paths, names, values);
    }
}
