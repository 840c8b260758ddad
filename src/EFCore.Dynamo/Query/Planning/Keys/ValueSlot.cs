using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Constraints;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>Where a value of a key comes from: a constant, a parameter, or an element of a list.</summary>
internal sealed class ValueSlot
{
    private readonly object? _constant;
    private readonly string? _parameterName;
    private readonly int _listIndex = -1;
    private readonly Type? _type;
    private readonly ValueConverter? _converter;
    private readonly string? _nullRefusal;
    private readonly bool _isBoxed;

    private ValueSlot(DynamoOperand? operand, int listIndex, Type? type, ValueConverter? converter, string? nullRefusal)
    {
        _listIndex = listIndex;
        _type = type;
        _converter = converter;
        _nullRefusal = nullRefusal;
        _isBoxed = operand is ParameterOperand { IsBoxed: true };
        _parameterName = (operand as ParameterOperand)?.Name;
        _constant = operand is ConstantOperand constant ? Convert(constant.Value) : null;
        Operand = operand;
    }

    /// <summary>The constant or parameter; null for an element of a list.</summary>
    public DynamoOperand? Operand { get; }

    /// <summary>The list that the value is an element of; null for a single value.</summary>
    public ListConstraint? List { get; private init; }

    /// <summary>Whether the value is known when the query is compiled.</summary>
    public bool IsConstant => _constant is not null;

    /// <summary>A single value.</summary>
    /// <param name="operand">A constant or a parameter.</param>
    /// <param name="type">The type of the key's property: C# compares an enum as its number, and a short as an int; null where the value is taken as it
    /// is.</param>
    /// <param name="converter">What the value is passed through before it is written.</param>
    /// <param name="nullRefusal">
    ///     The sentence to fail with when the value turns out null: the chosen index holds no items without the attribute. Null where such items cannot exist,
    ///     so that the result is empty.
    /// </param>
    public static ValueSlot OfOperand(DynamoOperand operand, Type? type = null, ValueConverter? converter = null, string? nullRefusal = null)
        => new(operand, -1, type, converter, nullRefusal);

    /// <summary>An element of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="listIndex">Its number in the plan.</param>
    /// <param name="type">The type of the key's property.</param>
    /// <param name="converter">What each element is passed through before it is written.</param>
    public static ValueSlot OfList(ListConstraint list, int listIndex, Type type, ValueConverter? converter)
        => new(null, listIndex, type, converter, null) { List = list };

    /// <summary>The value, converted; null where nothing can be equal to it.</summary>
    /// <exception cref="InvalidOperationException">It is null, and the index has no items without the attribute.</exception>
    public object? Resolve(in KeyBinding binding)
    {
        if (_constant is not null)
        {
            return _constant;
        }

        object? value;
        if (_parameterName is null)
        {
            value = binding.ListValues![_listIndex]; // the binder expands lists before it asks for values
        }
        else if (!binding.Parameters.TryGetValue(_parameterName, out value))
        {
            throw new InvalidOperationException(PlanningStrings.ParameterMissing(_parameterName));
        }

        return value is null && _nullRefusal is not null ? throw new InvalidOperationException(_nullRefusal) : Convert(value);
    }

    private object? Convert(object? value)
    {
        if (value is null
            || (_isBoxed && _type is not null && value.GetType() != (Nullable.GetUnderlyingType(_type) ?? _type))
            || (_type is not null && !ParameterValues.TryConvert(value, _type, out value)))
        {
            return null;
        }

        return _converter is null ? value : _converter.ConvertToProvider(value);
    }
}
