using System.Text;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Binding;

/// <summary>A document path whose names are slots.</summary>
internal sealed class CompiledPath
{
    /// <summary>Steps after the root: a name slot, or the complement of a list index.</summary>
    private readonly int[] _steps;

    public CompiledPath(AttributePath path, ExpressionSlots slots, int number)
    {
        Number = number;
        Root = slots.AddName(path.Root);
        _steps = new int[path.Elements.Count];
        for (var i = 0; i < _steps.Length; i++)
        {
            _steps[i] = path.Elements[i] is { Name: { } name } ? slots.AddName(name) : ~path.Elements[i].Index;
        }
    }

    /// <summary>A top-level attribute.</summary>
    /// <param name="root">The slot of its name.</param>
    /// <param name="number">Which of the paths this is.</param>
    public CompiledPath(int root, int number)
    {
        Number = number;
        Root = root;
        _steps = [];
    }

    /// <summary>The slot of the top-level attribute's name.</summary>
    public int Root { get; }

    /// <summary>Which of the expression's paths this is, in the order of the text.</summary>
    public int Number { get; }

    public ReadOnlySpan<int> Steps => _steps;

    /// <summary>Levels of the path, the root being one.</summary>
    public int Depth => _steps.Length + 1;

    /// <summary>Finds the value that the path leads to in the item.</summary>
    public bool TryResolve(ref EvaluationContext context, out AttributeValueSpan value)
    {
        if (!context.Item.TryGetValue(context.Names[Root], ref context.Hints[Number], out value))
        {
            return false;
        }

        foreach (var step in _steps)
        {
            if (!TryStep(context.Names, step, value, out value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds the value that holds the path's last step; the path must have one.</summary>
    public bool TryResolveParent(ref EvaluationContext context, out AttributeValueSpan parent)
    {
        if (!context.Item.TryGetValue(context.Names[Root], out parent))
        {
            return false;
        }

        foreach (var step in _steps.AsSpan(0, _steps.Length - 1))
        {
            if (!TryStep(context.Names, step, parent, out parent))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether both lead to the same place under these names.</summary>
    public bool IsSameAs(CompiledPath other, ResolvedNames names)
        => SameName(Root, other.Root, names) && _steps.Length == other._steps.Length && CommonSteps(other, names) == _steps.Length;

    /// <summary>How many leading steps are the same; the roots are assumed to be.</summary>
    public int CommonSteps(CompiledPath other, ResolvedNames names)
    {
        var count = Math.Min(_steps.Length, other._steps.Length);
        for (var i = 0; i < count; i++)
        {
            var (left, right) = (_steps[i], other._steps[i]);
            if (left < 0 || right < 0 ? left != right : !SameName(left, right, names))
            {
                return i;
            }
        }

        return count;
    }

    /// <summary>The path as the service prints it: <c>[a, [0], b]</c>.</summary>
    public string Describe(ResolvedNames names)
    {
        var text = new StringBuilder().Append('[').Append(names[Root].Text);
        foreach (var step in _steps)
        {
            _ = step < 0 ? text.Append(", [").Append(~step).Append(']') : text.Append(", ").Append(names[step].Text);
        }

        return text.Append(']').ToString();
    }

    internal static bool SameName(int left, int right, ResolvedNames names)
        => left == right || string.Equals(names[left].Text, names[right].Text, StringComparison.Ordinal);

    private static bool TryStep(ResolvedNames names, int step, AttributeValueSpan value, out AttributeValueSpan result)
    {
        if (step >= 0)
        {
            if (value.Type == AttributeType.Map)
            {
                return value.GetMap().TryGetValue(names[step], out result);
            }
        }
        else if (value.Type == AttributeType.List && ~step < value.Count)
        {
            result = value[~step];
            return true;
        }

        result = default;
        return false;
    }
}
