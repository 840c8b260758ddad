using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>
///     One execution of a statement: its expressions as trees of the expression languages, whose placeholders stand for the statement's names and values.
/// </summary>
/// <remarks>
///     Not for concurrent use. First translate all that is needed, then <see cref="CreatePlaceholders" />, then bind with it.
///     PartiQL has nothing that conditions and updates cannot say, so there is no second evaluation: conditions become <see cref="ConditionExpression" />s,
///     assignments an <see cref="UpdateExpression" />.
/// </remarks>
internal sealed class PartiQlTranslator
{
    private readonly Dictionary<string, string> _placeholders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AttributeValue> _values = new(StringComparer.Ordinal);

    /// <param name="statement">The statement.</param>
    /// <param name="parameters">The request's parameters, or null.</param>
    /// <exception cref="DynamoValidationException">The statement has more or fewer <c>?</c> than there are parameters.</exception>
    public PartiQlTranslator(PartiQlStatement statement, IReadOnlyList<AttributeValue>? parameters)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (statement.ParameterCount != (parameters?.Count ?? 0))
        {
            throw new DynamoValidationException("Number of parameters in request and statement don't match.");
        }

        Constants = new(parameters ?? []);
    }

    internal PartiQlConstants Constants { get; }

    /// <summary>A WHERE clause.</summary>
    /// <exception cref="DynamoValidationException">It is no condition, or one that the service does not support.</exception>
    public ConditionNode TranslateCondition(PartiQlExpression condition) => new PartiQlConditionTranslator(this).Translate(condition);

    /// <summary>The actions of an UPDATE.</summary>
    /// <exception cref="DynamoValidationException">A value that the service does not support.</exception>
    public UpdateNode TranslateUpdate(SyntaxList<PartiQlUpdateAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return new PartiQlUpdateTranslator(this).Translate(actions);
    }

    /// <summary>The list of a SELECT.</summary>
    /// <exception cref="DynamoValidationException">There is something else than a path in it. The service says so once it knows the table.</exception>
    public SyntaxList<AttributePath> TranslateProjection(SyntaxList<PartiQlExpression> projection)
    {
        ArgumentNullException.ThrowIfNull(projection);
        return
        [
            .. projection.Select(element => element is PartiQlExpression.Attribute { Path: var path }
                ? TranslatePath(path)
                : throw PartiQlErrors.Unsupported(PartiQlErrors.UnexpectedPathComponent(element.Position))),
        ];
    }

    /// <summary>A path, in placeholders.</summary>
    public AttributePath TranslatePath(AttributePath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Elements.Count == 0)
        {
            return new(AddName(path.Root));
        }

        return new(AddName(path.Root), [.. path.Elements.Select(element => element.Name is { } name ? PathElement.MapEntry(AddName(name)) : element)]);
    }

    /// <summary>The item of an INSERT.</summary>
    /// <exception cref="DynamoValidationException">It is no tuple of values.</exception>
    public Item TranslateItem(PartiQlExpression value)
    {
        // The item is no attribute's value: what it holds is on the first level.
        var item = Constants.Evaluate(value, level: 0);
        return item.Type == AttributeType.Map ? item.GetMap() : throw new DynamoValidationException("The VALUE of an INSERT must be a tuple");
    }

    /// <summary>The placeholders of all that was translated so far.</summary>
    /// <exception cref="DynamoValidationException">A value nested too deep, or more than 2 MB of names and values.</exception>
    public RequestPlaceholders CreatePlaceholders()
    {
        var values = new ItemBuilder();
        foreach (var (placeholder, value) in _values)
        {
            values.Add(placeholder, value);
        }

        return new(_names.Count == 0 ? null : _names, _values.Count == 0 ? null : values.Build());
    }

    /// <summary>The name that a placeholder of a translated tree stands for.</summary>
    public string GetName(string placeholder) => _names[placeholder];

    /// <summary>The value that an operand of a translated tree stands for.</summary>
    public AttributeValue GetValue(Operand.Value operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        return _values[operand.Placeholder];
    }

    internal Operand.Value AddValue(AttributeValue value)
    {
        var placeholder = $":{_values.Count}";
        _values.Add(placeholder, value);
        return new(placeholder);
    }

    private string AddName(string name)
    {
        if (name.Length == 0)
        {
            throw PartiQlErrors.Unsupported(PartiQlErrors.EmptyPathComponent);
        }

        if (_placeholders.TryGetValue(name, out var placeholder))
        {
            return placeholder;
        }

        placeholder = $"#{_names.Count}";
        _placeholders.Add(name, placeholder);
        _names.Add(placeholder, name);
        return placeholder;
    }
}
