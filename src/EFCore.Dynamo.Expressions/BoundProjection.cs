using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>A projection with its placeholders resolved: applies to any number of items, on any number of threads.</summary>
public sealed class BoundProjection
{
    private readonly CompiledPath[] _paths;
    private readonly ResolvedNames _names;
    private readonly PathTree _tree;
    private readonly int[] _hints;

    internal BoundProjection(CompiledPath[] paths, ResolvedNames names, PathTree tree)
    {
        _paths = paths;
        _names = names;
        _tree = tree;
        _hints = new int[tree.Children.Length];
    }

    /// <summary>The top-level attributes that the paths start at, without duplicates: what an index must project to serve the expression.</summary>
    public ReadOnlySpan<AttributeName> RootAttributes => _tree.ChildNames;

    /// <summary>Copies the named paths: absent ones are left out, maps are pruned, lists keep the order of the chosen elements without gaps.</summary>
    public Item Apply(ItemSpan item) => PathProjector.Project(item, _tree, _hints);

    /// <summary>Checks that no path leads into a key attribute: those are scalars.</summary>
    /// <exception cref="Errors.DynamoValidationException">One does.</exception>
    public void ThrowIfDereferencesKey(ReadOnlySpan<string> keyAttributeNames)
        => KeyAttributes.ThrowIfDereferenced(_paths, _names, keyAttributeNames);
}
