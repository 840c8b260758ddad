using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>Evaluates conditions over plain objects, in the most obvious way.</summary>
internal sealed class ConditionOracle(Dictionary<string, object> item, Dictionary<string, object> values)
{
    public static string Resolve(string name) => Generator.Names.GetValueOrDefault(name, name);

    public static object? Find(Dictionary<string, object> item, AttributePath path)
    {
        item.TryGetValue(Resolve(path.Root), out var value);
        foreach (var element in path.Elements)
        {
            value = (value, element.Name) switch
            {
                (Dictionary<string, object> map, { } name) => map.GetValueOrDefault(Resolve(name)),
                (List<object> list, null) => element.Index < list.Count ? list[element.Index] : null,
                _ => null,
            };
        }

        return value;
    }

    public bool Evaluate(ConditionNode node)
        => node switch
        {
            ConditionNode.And and => and.Conditions.All(Evaluate),
            ConditionNode.Or or => or.Conditions.Any(Evaluate),
            ConditionNode.Not not => !Evaluate(not.Condition),
            ConditionNode.Comparison comparison => Compare(Value(comparison.Left), comparison.Operator, Value(comparison.Right)),
            ConditionNode.Between between => Compare(Value(between.Operand), ComparisonKind.GreaterThanOrEqual, Value(between.Lower))
                && Compare(Value(between.Operand), ComparisonKind.LessThanOrEqual, Value(between.Upper)),
            ConditionNode.In @in => @in.Candidates.Any(candidate => Compare(Value(@in.Operand), ComparisonKind.Equal, Value(candidate))),
            ConditionNode.Call function
                => Call(function.Function, Value(function.Arguments[0]), function.Arguments.Count > 1 ? Value(function.Arguments[1]) : null),
            _ => throw new ArgumentException($"{node}"),
        };

    private static bool Compare(object? left, ComparisonKind comparison, object? right)
    {
        if (left is null || right is null)
        {
            return comparison == ComparisonKind.NotEqual;
        }

        var order = ModelValues.Compare(left, right);
        return comparison switch
        {
            ComparisonKind.Equal => ModelValues.AreEqual(left, right),
            ComparisonKind.NotEqual => !ModelValues.AreEqual(left, right),
            ComparisonKind.LessThan => order < 0,
            ComparisonKind.LessThanOrEqual => order <= 0,
            ComparisonKind.GreaterThan => order > 0,
            _ => order >= 0,
        };
    }

    private static bool Call(ExpressionFunction function, object? value, object? argument)
        => function switch
        {
            ExpressionFunction.AttributeExists => value is not null,
            ExpressionFunction.AttributeNotExists => value is null,
            ExpressionFunction.AttributeType => value is not null && ModelValues.TypeName(value) == (string)argument!,
            ExpressionFunction.BeginsWith => value is string text && text.StartsWith((string)argument!, StringComparison.Ordinal),
            _ => (value, argument) switch
            {
                (string text, string part) => text.Contains(part, StringComparison.Ordinal),
                (byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part) >= 0,
                (SortedSet<string> set, string element) => set.Contains(element),
                (SortedSet<decimal> set, decimal element) => set.Contains(element),
                (List<object> list, not null) => list.Any(element => ModelValues.AreEqual(element, argument)),
                _ => false,
            },
        };

    private object? Value(Operand operand)
        => operand switch
        {
            Operand.Attribute path => Find(item, path.Path),
            Operand.Value value => values[value.Placeholder],
            Operand.Call size => Value(size.Arguments[0]) switch
            {
                string text => (decimal)text.Length,
                byte[] bytes => (decimal)bytes.Length,
                SortedSet<string> set => (decimal)set.Count,
                SortedSet<decimal> set => (decimal)set.Count,
                List<object> list => (decimal)list.Count,
                Dictionary<string, object> map => (decimal)map.Count,
                _ => null,
            },
            _ => throw new ArgumentException($"{operand}"),
        };
}
