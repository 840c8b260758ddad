using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Finds a value in packed items, remembering where it was: items of one shape are found by one comparison a name.</summary>
/// <remarks>
///     Shared by all executions of a query. The remembered positions are guesses, which the item checks: threads that overwrite each other's cost a search,
///     not an error. A value of type NULL counts as missing.
/// </remarks>
internal sealed class AttributePathReader
{
    private readonly AttributeName _root;
    private readonly AttributePathStep[] _steps;

    private int _hint;

    /// <summary>Creates a reader of one path.</summary>
    /// <param name="path">The path, from the item or map that is passed to the methods.</param>
    public AttributePathReader(DocumentPath path)
    {
        _root = new AttributeName(path.RootName);
        _steps = [.. path.Segments.Skip(1).Select(s => new AttributePathStep(s))];
    }

    /// <summary>Finds the value.</summary>
    /// <param name="row">The item or map.</param>
    /// <param name="context">Values of parameters in the path; not used where there are none.</param>
    /// <param name="value">Views into the row; not to be kept longer than it.</param>
    public bool TryFind(Item row, QueryContext? context, out AttributeValueSpan value)
    {
        var hint = _hint;
        var item = row.Span;
        var index = item.IndexOf(_root.Utf8, ref hint);
        if (index < 0)
        {
            value = default;
            return false;
        }

        if (hint != _hint)
        {
            _hint = hint;
        }

        value = item.GetValueAt(index);
        if (value.Type == AttributeType.Null)
        {
            return false;
        }

        foreach (var step in _steps)
        {
            if (!step.TryDescend(ref value, context))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds a value that is to be kept with the row: it shares the row's buffer.</summary>
    public bool TryFindValue(Item row, QueryContext? context, out AttributeValue value)
    {
        var hint = _hint;
        if (!row.TryGetValue(_root, ref hint, out value) || value.Type == AttributeType.Null)
        {
            return false;
        }

        _hint = hint;
        foreach (var step in _steps)
        {
            if (!step.TryDescend(ref value, context))
            {
                return false;
            }
        }

        return true;
    }
}
