using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>Random items, placeholders and syntax trees over a small world, so that paths and values meet often.</summary>
internal sealed class Generator(int seed)
{
    private static readonly string[] Attributes = ["a", "b", "c", "d"];
    private static readonly string[] Placeholders = ["#a", "#b"];

    private readonly Random _random = new(seed);

    public static Dictionary<string, string> Names => new() { ["#a"] = "a", ["#b"] = "b" };

    public Dictionary<string, object> Values { get; } = [];

    public Dictionary<string, object> Map(int depth = 3)
        => Attributes.Where(_ => _random.Next(3) > 0).ToDictionary(name => name, _ => Value(depth));

    public object Value(int depth)
        => _random.Next(depth > 0 ? 9 : 6) switch
        {
            0 => DBNull.Value,
            1 => _random.Next(2) == 0,
            2 => Number(),
            3 => Text(),
            4 => new SortedSet<string>(StringComparer.Ordinal) { Text() + "x", Text() + "x" },
            5 => new SortedSet<decimal> { Number(), Number() },
            6 => Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth - 1)).ToList(),
            7 => Map(depth - 1),
            _ => new[] { (byte)_random.Next(3), (byte)_random.Next(3) },
        };

    public ConditionNode Condition(int depth = 3)
        => _random.Next(depth > 0 ? 9 : 6) switch
        {
            0 or 1 => new ConditionNode.Comparison(Operand(), (ComparisonKind)_random.Next(6), Operand()),
            2 => new ConditionNode.Between(Operand(), Operand(), Operand()),
            3 => new ConditionNode.In(Operand(), [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Operand())]),
            4 => new ConditionNode.Call(ExpressionFunction.AttributeType, [Operand(), NewValue(ModelValues.TypeName(Value(2)))]),
            5 => _random.Next(4) switch
            {
                0 => new ConditionNode.Call(ExpressionFunction.AttributeExists, [new Operand.Attribute(Path())]),
                1 => new ConditionNode.Call(ExpressionFunction.AttributeNotExists, [new Operand.Attribute(Path())]),
                2 => new ConditionNode.Call(ExpressionFunction.BeginsWith, [Operand(), NewValue(Text())]),
                _ => new ConditionNode.Call(ExpressionFunction.Contains, [Operand(), Operand()]),
            },
            6 => new ConditionNode.And([.. Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Condition(depth - 1))]),
            7 => new ConditionNode.Or([.. Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Condition(depth - 1))]),
            _ => new ConditionNode.Not(Condition(depth - 1)),
        };

    /// <summary>One to four actions, most of which fit the item.</summary>
    public UpdateNode Update(Dictionary<string, object> item)
    {
        List<SetAction> set = [];
        List<AttributePath> remove = [];
        List<AddAction> add = [];
        List<DeleteAction> delete = [];
        for (var count = _random.Next(1, 5); count > 0; count--)
        {
            var path = _random.Next(6) == 0 ? Path() : PathInto(item);
            var current = ConditionOracle.Find(item, path);
            switch (current)
            {
                case decimal or null when _random.Next(4) == 0:
                    add.Add(new(path, NewValue(Number()).Placeholder));
                    break;
                case SortedSet<decimal> when _random.Next(2) == 0:
                    add.Add(new(path, NewValue(new SortedSet<decimal> { Number(), Number() }).Placeholder));
                    break;
                case SortedSet<string> when _random.Next(3) > 0:
                    var operand = NewValue(new SortedSet<string>(StringComparer.Ordinal) { Text() + "x", Text() + "x", Text() + "x" }).Placeholder;
                    if (_random.Next(2) == 0)
                    {
                        add.Add(new(path, operand));
                    }
                    else
                    {
                        delete.Add(new(path, operand));
                    }

                    break;
                default:
                    if (_random.Next(40) == 0)
                    {
                        add.Add(new(path, NewValue(Value(1)).Placeholder));
                    }
                    else if (_random.Next(40) == 0)
                    {
                        delete.Add(new(path, NewValue(Value(1)).Placeholder));
                    }
                    else if (_random.Next(3) == 0)
                    {
                        remove.Add(path);
                    }
                    else
                    {
                        set.Add(new(path, SetValue(item)));
                    }

                    break;
            }
        }

        return new([.. set], [.. remove], [.. add], [.. delete]);
    }

    public AttributePath Path()
        => new(Name(), [.. Enumerable.Range(0, _random.Next(4) == 0 ? _random.Next(1, 3) : _random.Next(2)).Select(_ => Element())]);

    public string AnyText()
    {
        string[] fragments =
        [
            "a",
            "b",
            "#a",
            ":v0",
            "(",
            ")",
            " ",
            "AND",
            "OR",
            "NOT ",
            "=",
            "<>",
            "<",
            "size(",
            "BETWEEN",
            "IN",
            ",",
            "[",
            "0",
            "]",
            ".",
            "SET",
            "REMOVE ",
            "ADD",
            "+",
            "-",
            "if_not_exists(",
            "list_append(",
            "begins_with(",
            "\u00e4",
            "\"",
            "\ud800",
            "name",
        ];
        return string.Concat(Enumerable.Range(0, _random.Next(40)).Select(_ => fragments[_random.Next(fragments.Length)]));
    }

    /// <summary>A path whose parent is in the item; it may itself be absent, or lie past the end of a list.</summary>
    private AttributePath PathInto(Dictionary<string, object> item)
    {
        var root = Attributes[_random.Next(4)];
        var elements = new List<PathElement>();
        item.TryGetValue(root, out var value);
        while (_random.Next(4) > 0)
        {
            switch (value)
            {
                case Dictionary<string, object> map:
                    var name = Attributes[_random.Next(4)];
                    elements.Add(PathElement.MapEntry(name));
                    map.TryGetValue(name, out value);
                    break;
                case List<object> list:
                    var index = _random.Next(list.Count + 2);
                    elements.Add(PathElement.ListElement(index));
                    value = index < list.Count ? list[index] : null;
                    break;
                default:
                    return new(root, [.. elements]);
            }
        }

        return new(root, [.. elements]);
    }

    private Operand SetValue(Dictionary<string, object> item)
        => _random.Next(8) switch
        {
            0 => new Operand.Arithmetic(SetOperand(item, 2), _random.Next(2) == 0, SetOperand(item, 2)),
            1
                => new Operand.Arithmetic(
                    NewValue(Number()),
                    _random.Next(2) == 0,
                    new Operand.Call(ExpressionFunction.IfNotExists, [new Operand.Attribute(Path()), NewValue(Number())])),
            2
                => new Operand.Call(
                    ExpressionFunction.ListAppend,
                    [
                        NewValue(new List<object> { Number(), Text() }),
                        new Operand.Call(ExpressionFunction.IfNotExists, [new Operand.Attribute(PathInto(item)), NewValue(new List<object>())]),
                    ]),
            3
                => new Operand.Call(
                    ExpressionFunction.ListAppend, [SetOperand(item, 1), _random.Next(2) == 0 ? NewValue(new List<object> { Number() }) : SetOperand(item, 1)]),
            _ => SetOperand(item, 2),
        };

    private Operand SetOperand(Dictionary<string, object> item, int depth)
        => _random.Next(depth > 0 ? 6 : 4) switch
        {
            0 => new Operand.Attribute(PathInto(item)),
            4 or 5 => new Operand.Call(ExpressionFunction.IfNotExists, [new Operand.Attribute(Path()), SetOperand(item, depth - 1)]),
            _ => NewValue(Value(2)),
        };

    private Operand Operand()
        => _random.Next(5) switch
        {
            0 or 1 => NewValue(Value(2)),
            2 => new Operand.Call(ExpressionFunction.Size, [new Operand.Attribute(Path())]),
            _ => new Operand.Attribute(Path()),
        };

    private Operand.Value NewValue(object value)
    {
        var placeholder = $":v{Values.Count}";
        Values.Add(placeholder, value);
        return new(placeholder);
    }

    private string Name() => _random.Next(4) == 0 ? Placeholders[_random.Next(2)] : Attributes[_random.Next(4)];

    private PathElement Element() => _random.Next(2) == 0 ? PathElement.MapEntry(Name()) : PathElement.ListElement(_random.Next(5));

    private decimal Number() => _random.Next(-4, 5) / 2m;

    private string Text() => new(Enumerable.Range(0, _random.Next(4)).Select(_ => (char)('a' + _random.Next(2))).ToArray());
}
