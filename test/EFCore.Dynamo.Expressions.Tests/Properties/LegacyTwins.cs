using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>Random legacy parameters with their expressions, and items over the same attributes and values.</summary>
internal sealed class LegacyTwins(int seed)
{
    private static readonly string[] Attributes = ["a", "b", "c", "d"];

    private readonly Random _random = new(seed);
    private readonly Generator _generator = new(seed);
    private readonly ItemBuilder _values = new();

    private int _valueCount;

    public Dictionary<string, object> Item() => _generator.Map();

    public LegacyConditionTwin Condition()
    {
        var expected = new Dictionary<string, ExpectedAttributeValue>();
        var texts = new List<string>();
        foreach (var attribute in Choose())
        {
            var (value, text) = Condition(attribute);
            expected.Add(attribute, value);
            texts.Add(text);
        }

        ConditionalOperator? combination = expected.Count < 2 || _random.Next(3) == 0 ? null : (ConditionalOperator)_random.Next(2);
        return new(expected, combination, string.Join(combination == ConditionalOperator.Or ? " OR " : " AND ", texts), BuildValues());
    }

    public LegacyUpdateTwin Update()
    {
        var updates = new Dictionary<string, AttributeValueUpdate>();
        var sections = new Dictionary<string, List<string>>();
        foreach (var attribute in Choose())
        {
            var (update, section, text) = Update(attribute);
            updates.Add(attribute, update);
            if (!sections.TryGetValue(section, out var actions))
            {
                sections.Add(section, actions = []);
            }

            actions.Add(text);
        }

        return new(updates, string.Join(' ', sections.Select(section => $"{section.Key} {string.Join(", ", section.Value)}")), BuildValues());
    }

    private string[] Choose()
    {
        var attributes = (string[])Attributes.Clone();
        _random.Shuffle(attributes);
        return attributes[.._random.Next(1, 4)];
    }

    private (ExpectedAttributeValue Expected, string Text) Condition(string attribute)
    {
        switch (_random.Next(9))
        {
            case 0 or 8:
                return (new() { Exists = false }, $"attribute_not_exists({attribute})");
            case 1:
                var (value, name) = NewValue(_generator.Value(2));
                return (new() { Value = value, Exists = _random.Next(2) == 0 ? null : true }, $"{attribute} = {name}");
            default:
                return Comparison(attribute, (ComparisonOperator)_random.Next(13));
        }
    }

    private (ExpectedAttributeValue Expected, string Text) Comparison(string attribute, ComparisonOperator comparison)
    {
        var count = comparison switch
        {
            ComparisonOperator.Null or ComparisonOperator.NotNull => 0,
            ComparisonOperator.Between => 2,
            ComparisonOperator.In => _random.Next(1, 4),
            _ => 1,
        };
        var operands = Operands(comparison, count).ConvertAll(NewValue);
        var names = operands.ConvertAll(operand => operand.Name);
        var text = comparison switch
        {
            ComparisonOperator.Equal => $"{attribute} = {names[0]}",
            ComparisonOperator.NotEqual => $"{attribute} <> {names[0]}",
            ComparisonOperator.LessThanOrEqual => $"{attribute} <= {names[0]}",
            ComparisonOperator.LessThan => $"{attribute} < {names[0]}",
            ComparisonOperator.GreaterThanOrEqual => $"{attribute} >= {names[0]}",
            ComparisonOperator.GreaterThan => $"{attribute} > {names[0]}",
            ComparisonOperator.NotNull => $"attribute_exists({attribute})",
            ComparisonOperator.Null => $"attribute_not_exists({attribute})",
            ComparisonOperator.Contains => $"contains({attribute}, {names[0]})",
            ComparisonOperator.NotContains => $"(attribute_exists({attribute}) AND NOT contains({attribute}, {names[0]}))",
            ComparisonOperator.BeginsWith => $"begins_with({attribute}, {names[0]})",
            ComparisonOperator.In => $"{attribute} IN ({string.Join(", ", names)})",
            _ => $"{attribute} BETWEEN {names[0]} AND {names[1]}",
        };
        return (new() { ComparisonOperator = comparison, AttributeValueList = operands.ConvertAll(operand => operand.Value) }, text);
    }

    /// <summary>Mostly of one type that the operator takes, sometimes anything.</summary>
    private List<object> Operands(ComparisonOperator comparison, int count)
    {
        if (_random.Next(8) == 0)
        {
            return [.. Enumerable.Range(0, count).Select(_ => _generator.Value(2))];
        }

        var isText = comparison == ComparisonOperator.BeginsWith || _random.Next(2) == 0;
        var operands = Enumerable.Range(0, count).Select(
            _ => isText ? (object)new string((char)('a' + _random.Next(2)), _random.Next(3)) : _random.Next(-4, 5) / 2m).ToList();
        operands.Sort((left, right) => ModelValues.Compare(left, right)!.Value); // of one ordered type
        return operands;
    }

    private (AttributeValueUpdate Update, string Section, string Text) Update(string attribute)
    {
        switch (_random.Next(6))
        {
            case 0:
                return (new() { Action = AttributeAction.Delete }, "REMOVE", attribute);
            case 1:
                var (elements, elementsName) = NewValue(new SortedSet<string>(StringComparer.Ordinal) { "x", "ax", "bx" });
                return (new() { Action = AttributeAction.Delete, Value = elements }, "DELETE", $"{attribute} {elementsName}");
            case 2:
                var (addend, addendName) = NewValue(
                    _random.Next(2) == 0 ? _random.Next(-4, 5) / 2m : new SortedSet<string>(StringComparer.Ordinal) { "x", "ax" });
                return (new() { Action = AttributeAction.Add, Value = addend }, "ADD", $"{attribute} {addendName}");
            case 3:
                var (list, listName) = NewValue(new List<object> { 1m, "x" });
                var (_, emptyName) = NewValue(new List<object>());
                return (new()
                {
                    Action = AttributeAction.Add,
                    Value = list,
                }, "SET", $"{attribute} = list_append(if_not_exists({attribute}, {emptyName}), {listName})");
            default:
                var (value, name) = NewValue(_generator.Value(2));
                return (new() { Action = _random.Next(2) == 0 ? null : AttributeAction.Put, Value = value }, "SET", $"{attribute} = {name}");
        }
    }

    private (AttributeValue Value, string Name) NewValue(object model)
    {
        var name = $":v{_valueCount++}";
        var value = ModelValues.Pack(model);
        _values.Add(name, value);
        return (value, name);
    }

    private Item? BuildValues() => _valueCount == 0 ? null : _values.Build();
}
