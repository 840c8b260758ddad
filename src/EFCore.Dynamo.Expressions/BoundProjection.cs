using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>A projection with its placeholders resolved: applies to any number of items, on any number of threads.</summary>
internal sealed class BoundProjection
{
    private readonly CompiledPath[] _paths;
    private readonly ResolvedNames _names;
    private readonly PathTree? _tree;
    private readonly SelectList? _selectList;
    private readonly int[] _hints;

    internal BoundProjection(CompiledPath[] paths, ResolvedNames names, PathTree tree)
    {
        _paths = paths;
        _names = names;
        _tree = tree;
        _hints = new int[tree.Children.Length];
    }

    internal BoundProjection(CompiledPath[] paths, ResolvedNames names, SelectList selectList)
    {
        _paths = paths;
        _names = names;
        _selectList = selectList;
        _hints = new int[paths.Length];
    }

    /// <summary>The top-level attributes that the paths start at, without duplicates: what an index must project to serve the expression.</summary>
    public ReadOnlySpan<AttributeName> RootAttributes => _tree is null ? _selectList!.RootAttributes : _tree.ChildNames; // one of the two is set

    /// <summary>Copies the named paths: absent ones are left out, maps are pruned, lists keep the order of the chosen elements without gaps.</summary>
    /// <remarks>The paths of a SELECT become attributes of their own instead (<see cref="ProjectionExpression.FromSelectList" />).</remarks>
    public Item Apply(ItemSpan item)
        => _tree is null ? _selectList!.Apply(item, _names, _hints) : PathProjector.Project(item, _tree, _hints); // one of the two is set

    /// <summary>Checks that no path leads into a key attribute: those are scalars.</summary>
    /// <param name="keyAttributeNames">The key of a table or index.</param>
    /// <param name="isIndexKey">Whether it is an index's: the text says so.</param>
    /// <exception cref="DynamoValidationException">One does.</exception>
    public void ThrowIfDereferencesKey(ReadOnlySpan<string> keyAttributeNames, bool isIndexKey = false)
        => KeyAttributes.ThrowIfDereferenced(_paths, _names, keyAttributeNames, isIndexKey);
}
