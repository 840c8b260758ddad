using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>Random statements, whole ones as trees and mutated ones as text.</summary>
internal sealed class PartiQlGenerator(int seed)
{
    private static readonly string[] Names = ["a", "B c", "key", "#x", "say \"hi\"", "ü", "select"];
    private static readonly string[] Types = ["missing", "null", "string", "bool", "list", "bag", "symbol"];
    private static readonly string[] Fragments =
    [
        "SELECT ", "FROM", " WHERE ", "a", "\"b\"", "'c'", "?", "(", ")", "[", "]", "{", "}", "<<", ">>", ",", ":", ".", "*", "=", "<", "AND ", "NOT ", " IN ",
        "IS ", "MISSING ",
        "-", "--", "/*", "1", "1e", "'", "\"", "`", ";", "RETURNING ALL OLD *", "SET ", "REMOVE ", "ORDER BY ", "BETWEEN ", "size(", "EXISTS(", "\ud800", "ß",
        "\0",
    ];

    private readonly Random _random = new(seed);

    private int _parameters;

    public PartiQlNode Statement()
        => _random.Next(5) switch
        {
            0 => new PartiQlNode.Insert(new(Name()), Value(3)),
            1 => new PartiQlNode.Update(new(Name()), Many(1, Action), Where(), Returning()),
            2 => new PartiQlNode.Delete(new(Name()), Where(), Returning()),
            3 => new PartiQlNode.Exists(Select()),
            _ => Select(),
        };

    public string Mutated()
    {
        var text = PartiQlWriter.Write(Statement());
        for (var count = _random.Next(1, 4); count > 0; count--)
        {
            var position = _random.Next(text.Length + 1);
            text = _random.Next(3) switch
            {
                0 => text[..position],
                1 => text.Insert(position, Fragments[_random.Next(Fragments.Length)]),
                _ => text.Remove(position, Math.Min(_random.Next(4), text.Length - position)),
            };
        }

        return text;
    }

    private PartiQlNode.Select Select()
    {
        var source = new PartiQlSource(Name(), _random.Next(3) == 0 ? Name() : null);
        var projection = _random.Next(2) == 0 ? null : Many(1, () => _random.Next(8) == 0 ? Value(1) : new PartiQlExpression.Attribute(Path()));
        return new(source, projection, Where(), Many(0, () => new PartiQlOrdering(Path(), _random.Next(2) == 0)));
    }

    private PartiQlExpression? Where() => _random.Next(4) == 0 ? null : Condition(3);

    private PartiQlReturning Returning() => (PartiQlReturning)_random.Next(5);

    private PartiQlUpdateAction Action()
    {
        var path = Path();
        return _random.Next(3) == 0 ? new PartiQlUpdateAction.Remove(path) : new PartiQlUpdateAction.Set(path, Value(2));
    }

    private PartiQlExpression Condition(int depth)
        => _random.Next(depth > 0 ? 8 : 5) switch
        {
            0 or 1 => new PartiQlExpression.Binary((PartiQlOperator)_random.Next(6), Value(1), Value(1)),
            2 => new PartiQlExpression.Between(Value(1), Value(1), Value(1)),
            3 => new PartiQlExpression.TypeTest(new PartiQlExpression.Attribute(Path()), Types[_random.Next(Types.Length)]),
            4 => _random.Next(2) == 0 ? new PartiQlExpression.Call("begins_with", [new PartiQlExpression.Attribute(Path()), Value(0)]) : Exists(),
            5 => new PartiQlExpression.Not(Condition(depth - 1)),
            6 => new PartiQlExpression.In(Value(0), new PartiQlExpression.List(Many(0, () => Value(0)))),
            _ => new PartiQlExpression.Logical(_random.Next(2) == 0, Many(2, () => Condition(depth - 1))),
        };

    private PartiQlExpression Exists()
    {
        var call = new PartiQlExpression.Call(_random.Next(2) == 0 ? "attribute_exists" : "attribute_not_exists", [new PartiQlExpression.Attribute(Path())]);
        return _random.Next(2) == 0
            ? call
            : new PartiQlExpression.Binary(
                (PartiQlOperator)_random.Next(2), call, new PartiQlExpression.Literal(AttributeValue.FromBoolean(_random.Next(2) == 0)));
    }

    private PartiQlExpression Value(int depth)
        => _random.Next(depth > 0 ? 12 : 7) switch
        {
            0 => new PartiQlExpression.Attribute(Path()),
            1 => new PartiQlExpression.Parameter(_parameters++),
            2 => new PartiQlExpression.Literal(AttributeValue.FromString(Names[_random.Next(Names.Length)] + "'")),
            3 => new PartiQlExpression.Literal(AttributeValue.FromNumber(DynamoNumber.FromDecimal(_random.Next(-999, 999) / 8m))),
            4 => new PartiQlExpression.Literal(AttributeValue.FromBoolean(_random.Next(2) == 0)),
            5 => new PartiQlExpression.Literal(AttributeValue.Null),
            6 => new PartiQlExpression.Missing(),
            7 => new PartiQlExpression.List(Many(0, () => Value(depth - 1))),
            8 => new PartiQlExpression.Bag(Many(0, () => Value(depth - 1))),
            9
                => new PartiQlExpression.Tuple(Many(
                    0, () => new PartiQlMember(new PartiQlExpression.Literal(AttributeValue.FromString(Name())), Value(depth - 1)))),
            10 => new PartiQlExpression.Call(_random.Next(2) == 0 ? "size" : "list_append", Many(1, () => Value(depth - 1))),
            _ => new PartiQlExpression.Binary(PartiQlOperator.Add + _random.Next(2), Value(depth - 1), Value(depth - 1)),
        };

    private AttributePath Path()
        => new(Name(), Many(0, () => _random.Next(2) == 0 ? PathElement.MapEntry(Name()) : PathElement.ListElement(_random.Next(100))));

    private string Name() => Names[_random.Next(Names.Length)];

    private SyntaxList<T> Many<T>(int minimum, Func<T> create)
    {
        var elements = new T[minimum + _random.Next(3)];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = create();
        }

        return [.. elements];
    }
}
