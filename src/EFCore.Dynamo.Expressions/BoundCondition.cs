using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>A condition with its placeholders resolved: ready to be evaluated against any number of items, by any number of threads.</summary>
internal sealed class BoundCondition
{
    private readonly CompiledCondition _condition;
    private readonly CompiledPath[] _paths;
    private readonly ResolvedNames _names;
    private readonly AttributeValue[] _values;
    private readonly int[] _hints;

    internal BoundCondition(CompiledCondition condition, CompiledPath[] paths, ResolvedNames names, AttributeValue[] values)
    {
        _condition = condition;
        _paths = paths;
        _names = names;
        _values = values;
        _hints = new int[paths.Length];
    }

    /// <summary>Whether the item satisfies the condition; an item that does not exist is the empty one. Allocates nothing.</summary>
    public bool Evaluate(ItemSpan item)
    {
        Span<byte> scratch = stackalloc byte[EvaluationContext.ScratchSlotBytes * EvaluationContext.ScratchSlotCount];
        var context = new EvaluationContext { Item = item, Names = _names, Values = _values, Hints = _hints, Scratch = scratch };
        return _condition.Evaluate(ref context);
    }

    /// <summary>
    ///     The top-level attributes that the paths start at, without duplicates, in the order of the text: what an index must hold to serve the condition.
    /// </summary>
    public IReadOnlyList<string> GetRootAttributes()
    {
        var roots = new List<string>(_paths.Length);
        foreach (var path in _paths)
        {
            if (!roots.Contains(_names[path.Root].Text))
            {
                roots.Add(_names[path.Root].Text);
            }
        }

        return roots;
    }

    /// <summary>Checks that no key attribute occurs: a Query's filter must not name the keys of what it reads.</summary>
    /// <param name="keyAttributeNames">The key attributes of what is read.</param>
    /// <param name="filterName">How the service's text names the filter.</param>
    /// <exception cref="DynamoValidationException">One does.</exception>
    public void ThrowIfReferencesKey(ReadOnlySpan<string> keyAttributeNames, string filterName = "Filter Expression")
    {
        foreach (var path in _paths)
        {
            if (KeyAttributes.TryFind(path, _names, keyAttributeNames) is { } key)
            {
                throw new DynamoValidationException($"{filterName} can only contain non-primary key attributes: Primary key attribute: {key}");
            }
        }
    }

    /// <summary>Checks that no path leads into a key attribute: those are scalars.</summary>
    /// <param name="keyAttributeNames">The key of a table or index.</param>
    /// <param name="isIndexKey">Whether it is an index's: the text says so.</param>
    /// <exception cref="DynamoValidationException">One does.</exception>
    public void ThrowIfDereferencesKey(ReadOnlySpan<string> keyAttributeNames, bool isIndexKey = false)
        => KeyAttributes.ThrowIfDereferenced(_paths, _names, keyAttributeNames, isIndexKey);
}
