using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Filters;

/// <summary>A value placeholder of a filter, and where its value comes from.</summary>
/// <param name="Placeholder">Its name in the request.</param>
/// <param name="Operand">A constant or a parameter; null for a value that is known already.</param>
/// <param name="Value">The known value.</param>
/// <param name="Codec">How the value is written; null where it is a number of elements or bytes.</param>
/// <param name="Comparand">What it is to the attribute.</param>
internal readonly record struct FilterValue(
    AttributeName Placeholder, DynamoOperand? Operand, object? Value, AttributeValueCodec? Codec, Comparand Comparand = Comparand.Value)
{
    /// <summary>False where no attribute can be equal to the value, as far as it is known when the text is written.</summary>
    public bool CanBeEqual
        => Codec is null || (Operand is ConstantOperand constant ? constant.Value : Value) is not { } value
            || (ParameterValues.TryConvert(value, Codec.ClrType, out var converted) && Codec.CanEqualBoxed(converted));

    /// <summary>Writes placeholder and value.</summary>
    /// <exception cref="InvalidOperationException">The parameter has no value.</exception>
    public void WriteTo(ItemBuilder builder, IReadOnlyDictionary<string, object?> parameters)
    {
        var value = Operand switch
        {
            ConstantOperand constant => constant.Value,
            ParameterOperand parameter when parameters.TryGetValue(parameter.Name, out var found) && found is not null => found,
            ParameterOperand parameter => throw new InvalidOperationException(PlanningStrings.ParameterMissing(parameter.Name)),
            _ => Value!, // a value without an operand is known
        };
        builder.WriteName(Placeholder);
        if (Codec is not null)
        {
            // C# compares an enum as its number and a char as an int: the codec wants the property's type back.
            Codec.WriteComparandBoxed(builder, ParameterValues.TryConvert(value, Codec.ClrType, out var converted) ? converted : value, Comparand);
        }
        else if (value is string text)
        {
            builder.WriteString(text);
        }
        else
        {
            builder.WriteNumber(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
