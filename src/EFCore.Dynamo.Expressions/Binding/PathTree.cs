using System.Diagnostics;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Binding;

/// <summary>The paths of a projection or an update as a tree, children in the order of the packed format.</summary>
internal sealed class PathTree
{
    /// <summary>No path ends at this node.</summary>
    public const int NoPath = -1;

    private readonly Dictionary<(string? Name, int Index), PathTree> _building = [];

    private PathTree[] _children = [];

    private PathTree(AttributeName? name, int index)
    {
        Name = name;
        Index = index;
    }

    /// <summary>The map entry's name; null for the root and for list elements.</summary>
    public AttributeName? Name { get; }

    /// <summary>The list element's index.</summary>
    public int Index { get; }

    /// <summary>The number of the path that ends here, or <see cref="NoPath" />.</summary>
    public int Path { get; private set; } = NoPath;

    /// <summary>Map entries in the order of their UTF-8 names, or list elements by index.</summary>
    public ReadOnlySpan<PathTree> Children => _children;

    /// <summary>The names of the children, where they are map entries.</summary>
    public AttributeName[] ChildNames { get; private set; } = [];

    /// <summary>Builds the tree; checks that no path is another's beginning, and that none goes on as a list where another goes on as a map.</summary>
    public static PathTree Build(ReadOnlySpan<CompiledPath> paths, in BindingCheck check)
    {
        var root = new PathTree(null, 0);
        string? conflict = null;
        for (var i = 0; i < paths.Length; i++)
        {
            switch (root.Add(paths[i], check.Names))
            {
                case PathClash.Overlap:
                    throw check.Invalid(FindClash(paths[..i], paths[i], PathClash.Overlap, check.Names));
                case PathClash.Conflict:
                    conflict ??= FindClash(paths[..i], paths[i], PathClash.Conflict, check.Names);
                    break;
                case PathClash.None:
                    break;
            }
        }

        if (conflict is not null)
        {
            throw check.Invalid(conflict);
        }

        root.Complete();
        return root;
    }

    /// <summary>Builds the tree of top-level attributes that are known to be distinct.</summary>
    public static PathTree Build(ReadOnlySpan<CompiledPath> attributes, ResolvedNames names)
    {
        var root = new PathTree(null, 0);
        foreach (var attribute in attributes)
        {
            var clash = root.Add(attribute, names);
            Debug.Assert(clash == PathClash.None, "Only paths that go on, or occur twice, can clash.");
        }

        root.Complete();
        return root;
    }

    private void Complete()
    {
        Sort();
        ChildNames = [.. _building.Values.Select(child => child.Name!)]; // the root's children are names
    }

    private PathClash Add(CompiledPath path, ResolvedNames names)
    {
        var clash = GetOrAdd(path.Root, names, out var node);
        foreach (var step in path.Steps)
        {
            if (clash != PathClash.None)
            {
                return clash;
            }

            if (node.Path != NoPath)
            {
                return PathClash.Overlap;
            }

            clash = node.GetOrAdd(step, names, out node);
        }

        if (clash != PathClash.None)
        {
            return clash;
        }

        if (node.Path != NoPath || node._building.Count > 0)
        {
            return PathClash.Overlap;
        }

        node.Path = path.Number;
        return PathClash.None;
    }

    private PathClash GetOrAdd(int step, ResolvedNames names, out PathTree child)
    {
        var key = step < 0 ? (null, ~step) : (names[step].Text, 0);
        if (_building.TryGetValue(key, out child!)) // null only when false is returned
        {
            return PathClash.None;
        }

        foreach (var (sibling, _) in _building)
        {
            if (sibling.Name is null != key.Item1 is null)
            {
                child = this;
                return PathClash.Conflict;
            }

            break;
        }

        child = new(step < 0 ? null : names[step], key.Item2);
        _building.Add(key, child);
        return PathClash.None;
    }

    private void Sort()
    {
        _children = [.. _building.Values];
        Array.Sort(
            _children,
            static (left, right) => left.Name is null
                ? left.Index.CompareTo(right.Index)
                : left.Name.Utf8.SequenceCompareTo(right.Name!.Utf8)); // siblings are alike
        foreach (var child in _children)
        {
            child.Sort();
        }
    }

    private static string FindClash(ReadOnlySpan<CompiledPath> earlierPaths, CompiledPath path, PathClash clash, ResolvedNames names)
    {
        foreach (var earlier in earlierPaths)
        {
            if (Compare(earlier, path, names) == clash)
            {
                var (first, second) = (earlier.Describe(names), path.Describe(names));
                return clash == PathClash.Overlap ? ExpressionErrors.Overlap(first, second) : ExpressionErrors.Conflict(first, second);
            }
        }

        throw new UnreachableException();
    }

    private static PathClash Compare(CompiledPath left, CompiledPath right, ResolvedNames names)
    {
        if (!CompiledPath.SameName(left.Root, right.Root, names))
        {
            return PathClash.None;
        }

        var common = left.CommonSteps(right, names);
        if (common == left.Steps.Length || common == right.Steps.Length)
        {
            return PathClash.Overlap;
        }

        return left.Steps[common] < 0 != right.Steps[common] < 0 ? PathClash.Conflict : PathClash.None;
    }
}
