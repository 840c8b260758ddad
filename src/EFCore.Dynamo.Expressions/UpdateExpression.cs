using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Parsing;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Expressions.Update;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>A parsed <c>UpdateExpression</c>: immutable, cached by its text, shared by threads.</summary>
internal sealed class UpdateExpression
{
    private static readonly ExpressionCache<UpdateExpression> Cache = new(static text => new(UpdateParser.Parse(text)));

    private readonly ExpressionSlots _slots = new();
    private readonly CompiledAction[] _actions;
    private readonly CompiledPath[] _paths;

    private UpdateExpression(UpdateNode root)
    {
        Root = root;
        var compiler = new UpdateCompiler(_slots);
        _actions = compiler.Compile(Root);
        _paths = compiler.Paths;
    }

    /// <summary>The syntax tree.</summary>
    public UpdateNode Root { get; }

    /// <summary>Parses, or takes from the cache.</summary>
    /// <exception cref="DynamoValidationException">Not an update by the service's rules.</exception>
    public static UpdateExpression Parse(string text) => Cache.GetOrParse(text);

    /// <summary>An update that did not come from a text of its own: what <see cref="PartiQlTranslator" /> made of a statement.</summary>
    /// <param name="root">A tree of what the parser makes, except that sums and differences may nest; every name is a placeholder.</param>
    public static UpdateExpression FromSyntax(UpdateNode root) => new(root);

    /// <summary>Resolves the placeholders, checks operand types and that no two paths overlap.</summary>
    /// <exception cref="DynamoValidationException">An undefined placeholder, overlapping paths, or a value of a type that its action does not take.</exception>
    public BoundUpdate Bind(RequestPlaceholders placeholders)
    {
        ArgumentNullException.ThrowIfNull(placeholders);
        placeholders.Use(_slots);
        var names = _slots.ResolveNames(placeholders.Names);
        var values = _slots.ValuePlaceholders.Count == 0 ? [] : new AttributeValue[_slots.ValuePlaceholders.Count];
        var missing = _slots.ResolveValues(placeholders.Values, values);
        var check = new BindingCheck(ExpressionParameter.UpdateExpression, _slots, names, values, missing);
        names.Tree ??= BuildTree(check);

        // The service looks at the actions from the last to the first: all names, then values and types.
        for (var i = _actions.Length - 1; i >= 0; i--)
        {
            _actions[i].CheckNames(check);
        }

        for (var i = _actions.Length - 1; i >= 0; i--)
        {
            check.UsePath(_actions[i].Path);
            _actions[i].Check(check);
        }

        if (names.UpdateChargeWithoutValues == 0)
        {
            names.UpdateChargeWithoutValues = UpdateCharge.MeasureWithoutValues(_actions, _paths, names, values.Length);
        }

        return new(
            _actions,
            _paths,
            _slots,
            names,
            names.Tree,
            values)
        { ValueSizeBound = (long)_slots.MaxValueUseCount * (placeholders.Values?.PackedBytes.Length ?? 0) };
    }

    private PathTree BuildTree(in BindingCheck check)
    {
        var changed = _paths.AsSpan(0, _actions.Length);
        foreach (var path in changed)
        {
            check.UseNames(path);
        }

        return PathTree.Build(changed, check);
    }
}
