using System.Globalization;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Filters;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.BulkWrites;

/// <summary>
///     What an attribute must be for a sum or difference to be a number of the property's type: the service knows no int, and would write what cannot be read.
/// </summary>
internal sealed class SetterRange
{
    private readonly AttributeSetter _setter;
    private readonly UpdateOperand _attribute;
    private readonly DynamoOperand _value;
    private readonly bool _isAttributeSubtracted;
    private readonly bool _isValueSubtracted;
    private readonly decimal _min;
    private readonly decimal _max;
    private readonly AttributeName _placeholder;

    private SetterRange(AttributeSetter setter, int index, UpdateOperand attribute, UpdateOperand value, Type type)
    {
        var computed = (ComputedValue)setter.Value!; // TryCreate is about sums
        _setter = setter;
        _attribute = attribute;
        _value = value.Operand;
        _isAttributeSubtracted = computed.IsDifference && computed.Right == attribute;
        _isValueSubtracted = computed.IsDifference && computed.Right == value;
        _min = Find(type, nameof(int.MinValue));
        _max = Find(type, nameof(int.MaxValue));
        _placeholder = new AttributeName(":r" + index.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The range of a setter; null where its value is no sum of an attribute, or one that cannot overflow.</summary>
    public static SetterRange? TryCreate(AttributeSetter setter, int index)
    {
        var type = Nullable.GetUnderlyingType(setter.Codec.ClrType) ?? setter.Codec.ClrType;
        return setter.Value is ComputedValue { Right: { } right, Left: var left } && type != typeof(decimal)
            ? left.WhereMissing is null ? new SetterRange(setter, index, right, left, type) : new SetterRange(setter, index, left, right, type)
            : null;
    }

    /// <summary>Finds the bound that is nearer than the type's own: a number added to moves towards one end.</summary>
    public SetterBound Find(IReadOnlyDictionary<string, object?> parameters)
    {
        var value = ToDecimal(_value, parameters);
        var (low, high) = _isAttributeSubtracted ? (value - _max, value - _min)
            : _isValueSubtracted ? (_min + value, _max + value)
            : (_min - value, _max - value);
        var missing = ToDecimal(_attribute.WhereMissing!, parameters); // an attribute has one
        return low > _min ? new SetterBound(low, IsLow: true, missing >= low)
            : high < _max ? new SetterBound(high, IsLow: false, missing <= high)
            : default;
    }

    /// <summary>The condition; null where nothing is out of range.</summary>
    public FilterPiece? Write(SetterBound bound, NameTable names, IReadOnlyDictionary<string, object?> parameters)
    {
        if (bound.Value is null)
        {
            return null;
        }

        var path = names.Write(((AttributeOperand)_attribute.Operand).Path, parameters); // TryCreate found it
        var comparison = $"{path} {(bound.IsLow ? ">=" : "<=")} {_placeholder.Text}";
        return bound.HoldsWhereMissing ? new FilterPiece($"attribute_not_exists({path}) OR {comparison}", isAnd: false) : new FilterPiece(comparison);
    }

    /// <summary>Writes the condition's value.</summary>
    public void WriteValue(SetterBound bound, ItemBuilder builder)
    {
        if (bound.Value is { } value)
        {
            builder.WriteName(_placeholder);
            var type = Nullable.GetUnderlyingType(_setter.Codec.ClrType) ?? _setter.Codec.ClrType;
            _setter.Codec.WriteBoxed(builder, Convert.ChangeType(value, type, CultureInfo.InvariantCulture));
        }
    }

    private static decimal ToDecimal(DynamoOperand operand, IReadOnlyDictionary<string, object?> parameters)
        => Convert.ToDecimal(SetterValue.Resolve(operand, parameters), CultureInfo.InvariantCulture);

    private static decimal Find(Type type, string field)
        => Convert.ToDecimal(type.GetField(field)!.GetValue(obj: null), CultureInfo.InvariantCulture); // every integer type has it
}
