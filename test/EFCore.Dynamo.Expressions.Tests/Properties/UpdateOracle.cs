using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>Applies updates to plain objects: values first, then one action after the other on a copy.</summary>
internal sealed class UpdateOracle(Dictionary<string, object> item, Dictionary<string, object> values)
{
    private readonly Dictionary<string, object> _result = (Dictionary<string, object>)ModelValues.Clone(item);
    private readonly List<(List<object> List, int Index, object? Value)> _listChanges = [];

    /// <summary>The item afterwards; null where the update is refused.</summary>
    public Dictionary<string, object>? Apply(UpdateNode update)
    {
        var paths = update.Set.Select(action => action.Path).Concat(update.Remove).Concat(update.Add.Select(action => action.Path)).Concat(
            update.Delete.Select(action => action.Path)).ToList();
        for (var i = 0; i < paths.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Clash(Steps(paths[i]), Steps(paths[j])))
                {
                    return null;
                }
            }
        }

        try
        {
            var changes = update.Set.Select(action => (action.Path, Value: (object?)Evaluate(action.Value)))
                .Concat(update.Remove.Select(path => (path, (object?)null)))
                .Concat(update.Add.Select(action => (action.Path, (object?)Add(ConditionOracle.Find(item, action.Path), values[action.Value]))))
                .Concat(update.Delete.Select(action => (action.Path, Delete(ConditionOracle.Find(item, action.Path), values[action.Value]))))
                .ToList();
            foreach (var (path, value) in changes)
            {
                Change(path, value is null ? null : ModelValues.Clone(value));
            }
        }
        catch (InvalidOperationException)
        {
            return null;
        }

        foreach (var group in _listChanges.GroupBy(change => change.List))
        {
            ChangeList(group.Key, [.. group.Select(change => (change.Index, change.Value)).OrderBy(change => change.Index)]);
        }

        return _result;
    }

    private static List<object> Steps(AttributePath path)
        =>
        [
            ConditionOracle.Resolve(path.Root),
            .. path.Elements.Select(element => element.Name is { } name ? (object)ConditionOracle.Resolve(name) : element.Index),
        ];

    private static bool Clash(List<object> left, List<object> right)
    {
        var common = left.Zip(right).TakeWhile(pair => pair.First.Equals(pair.Second)).Count();
        return common == Math.Min(left.Count, right.Count) || (common > 0 && left[common].GetType() != right[common].GetType());
    }

    private static object Add(object? current, object operand)
        => (current, operand) switch
        {
            (null, decimal or SortedSet<string> or SortedSet<decimal>) => operand,
            (decimal a, decimal b) => a + b,
            (SortedSet<string> a, SortedSet<string> b) => new SortedSet<string>(a.Union(b), StringComparer.Ordinal),
            (SortedSet<decimal> a, SortedSet<decimal> b) => new SortedSet<decimal>(a.Union(b)),
            _ => throw new InvalidOperationException(),
        };

    private static object? Delete(object? current, object operand)
        => (current, operand) switch
        {
            (null, SortedSet<string> or SortedSet<decimal>) => null,
            (SortedSet<decimal> a, SortedSet<decimal> b) => a.IsSubsetOf(b) ? null : new SortedSet<decimal>(a.Except(b)),
            (SortedSet<string> a, SortedSet<string> b) => a.IsSubsetOf(b) ? null : new SortedSet<string>(a.Except(b), StringComparer.Ordinal),
            _ => throw new InvalidOperationException(),
        };

    private static void ChangeList(List<object> list, List<(int Index, object? Value)> changes)
    {
        var count = list.Count;
        foreach (var (index, value) in changes.Where(change => change.Index < count && change.Value is not null))
        {
            list[index] = value!;
        }

        foreach (var (_, value) in changes.Where(change => change.Index >= count && change.Value is not null))
        {
            list.Add(value!);
        }

        foreach (var (index, _) in changes.Where(change => change.Index < count && change.Value is null).Reverse())
        {
            list.RemoveAt(index);
        }
    }

    private object Evaluate(Operand operand)
        => operand switch
        {
            Operand.Attribute path => ConditionOracle.Find(item, path.Path) ?? throw new InvalidOperationException(),
            Operand.Value value => values[value.Placeholder],
            Operand.Arithmetic arithmetic when Evaluate(arithmetic.Left) is decimal left && Evaluate(arithmetic.Right) is decimal right
                => arithmetic.IsSubtraction ? left - right : left + right,
            Operand.Call { Function: ExpressionFunction.IfNotExists } call => IfNotExists(call),
            Operand.Call { Function: ExpressionFunction.ListAppend } call when Evaluate(call.Arguments[0]) is List<object> left
                && Evaluate(call.Arguments[1]) is List<object> right
                => left.Concat(right).ToList(),
            _ => throw new InvalidOperationException(),
        };

    private object IfNotExists(Operand.Call call)
    {
        var path = ((Operand.Attribute)call.Arguments[0]).Path;
        if (call.Arguments[1] is Operand.Attribute other && Steps(path).SequenceEqual(Steps(other.Path)))
        {
            throw new InvalidOperationException();
        }

        // Operands that can never be right are refused even where they are not needed.
        CheckStatically(call.Arguments[1]);
        return ConditionOracle.Find(item, path) ?? Evaluate(call.Arguments[1]);
    }

    private void CheckStatically(Operand operand)
    {
        if (operand is not Operand.Call call)
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            CheckStatically(argument);
        }

        if (call is { Function: ExpressionFunction.IfNotExists, Arguments: [Operand.Attribute path, Operand.Attribute other] }
            && Steps(path.Path).SequenceEqual(Steps(other.Path)))
        {
            throw new InvalidOperationException();
        }
    }

    private void Change(AttributePath path, object? value)
    {
        var steps = Steps(path);
        object parent = _result;
        foreach (var step in steps[..^1])
        {
            parent = (parent, step) switch
            {
                (Dictionary<string, object> map, string name) when map.TryGetValue(name, out var next) => next,
                (List<object> list, int index) when index < list.Count => list[index],
                _ => throw new InvalidOperationException(),
            };
        }

        switch (parent, steps[^1])
        {
            case (Dictionary<string, object> map, string name):
                if (value is null)
                {
                    map.Remove(name);
                }
                else
                {
                    map[name] = value;
                }

                break;
            case (List<object> list, int index):
                _listChanges.Add((list, index, value));
                break;
            default:
                throw new InvalidOperationException();
        }
    }
}
