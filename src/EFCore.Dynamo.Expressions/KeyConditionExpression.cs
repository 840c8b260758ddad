using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Compilation;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.Parsing;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>A parsed <c>KeyConditionExpression</c>: immutable, cached by its text, shared by threads.</summary>
internal sealed class KeyConditionExpression
{
    private static readonly ExpressionCache<KeyConditionExpression> Cache = new(static text => new(text));

    private readonly ExpressionSlots _slots = new();
    private readonly CompiledCondition _condition;
    private readonly KeyConditionPart[] _parts;
    private readonly string? _problem;

    private KeyConditionExpression(string text)
    {
        Root = ConditionParser.Parse(text, ExpressionParameter.KeyConditionExpression);
        _condition = new ConditionCompiler(_slots).Compile(Root);
        var compiler = new KeyConditionCompiler(_slots);
        compiler.Compile(Root);
        _parts = compiler.Parts;
        _problem = compiler.Problem;
    }

    /// <summary>The syntax tree.</summary>
    public ConditionNode Root { get; }

    /// <summary>Parses, or takes from the cache.</summary>
    /// <exception cref="DynamoValidationException">Not a condition by the service's rules.</exception>
    public static KeyConditionExpression Parse(string text) => Cache.GetOrParse(text);

    /// <summary>Resolves the placeholders and checks the operands' types.</summary>
    /// <remarks>
    ///     What only keys do not allow is reported by <see cref="BoundKeyCondition.ThrowIfInvalid" />, as the service does it after all expressions are bound.
    /// </remarks>
    /// <exception cref="DynamoValidationException">An undefined placeholder, or a value of a type that its operator does not take.</exception>
    public BoundKeyCondition Bind(RequestPlaceholders placeholders)
    {
        ArgumentNullException.ThrowIfNull(placeholders);
        placeholders.Use(_slots);
        var names = _slots.ResolveNames(placeholders.Names);
        var values = new AttributeValue[_slots.ValuePlaceholders.Count];
        var missing = _slots.ResolveValues(placeholders.Values, values);
        _condition.Check(new BindingCheck(ExpressionParameter.KeyConditionExpression, _slots, names, values, missing));
        return new(_parts, _problem, names, values);
    }
}
