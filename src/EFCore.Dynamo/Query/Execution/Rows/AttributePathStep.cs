using System.Globalization;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>One step of a path below the top-level attribute.</summary>
internal sealed class AttributePathStep
{
    private readonly AttributeName? _name;
    private readonly int _index;
    private readonly string? _parameterName;

    private int _hint;

    /// <summary>Creates the step of a segment.</summary>
    public AttributePathStep(AttributePathSegment segment)
    {
        switch (segment)
        {
            case NameSegment name:
                _name = new AttributeName(name.Name);
                break;
            case IndexSegment index:
                _index = index.Index;
                break;
            case ParameterSegment parameter:
                _parameterName = parameter.ParameterName;
                break;
        }
    }

    /// <summary>Goes one step down.</summary>
    public bool TryDescend(ref AttributeValueSpan value, QueryContext? context)
    {
        if (_name is not null)
        {
            if (value.Type != AttributeType.Map)
            {
                return false;
            }

            var hint = _hint;
            var map = value.GetMap();
            var index = map.IndexOf(_name.Utf8, ref hint);
            if (index < 0)
            {
                return false;
            }

            _hint = hint;
            value = map.GetValueAt(index);
        }
        else if (_parameterName is not null)
        {
            return TryDescendBy(context?.Parameters[_parameterName], ref value);
        }
        else if (!TryDescendTo(_index, ref value))
        {
            return false;
        }

        return value.Type != AttributeType.Null;
    }

    /// <summary>Goes one step down in a value that shares its row's buffer.</summary>
    public bool TryDescend(ref AttributeValue value, QueryContext? context)
    {
        if (_name is null)
        {
            return TryDescendTo(
                _parameterName is null ? _index : Convert.ToInt32(context?.Parameters[_parameterName], CultureInfo.InvariantCulture), ref value);
        }

        var hint = _hint;
        if (value.Type != AttributeType.Map || !value.GetMap().TryGetValue(_name, ref hint, out value))
        {
            return false;
        }

        _hint = hint;
        return value.Type != AttributeType.Null;
    }

    private static bool TryDescendTo(int index, ref AttributeValue value)
    {
        if (value.Type != AttributeType.List || index < 0 || index >= value.Count)
        {
            return false;
        }

        value = value[index];
        return value.Type != AttributeType.Null;
    }

    private static bool TryDescendBy(object? segment, ref AttributeValueSpan value)
        => (segment is string name
                ? value.Type == AttributeType.Map && value.GetMap().TryGetValue(name, out value)
                : segment is not null && TryDescendTo(Convert.ToInt32(segment, CultureInfo.InvariantCulture), ref value))
            && value.Type != AttributeType.Null;

    private static bool TryDescendTo(int index, ref AttributeValueSpan value)
    {
        if (value.Type != AttributeType.List || index < 0 || index >= value.Count)
        {
            return false;
        }

        value = value[index];
        return true;
    }
}
