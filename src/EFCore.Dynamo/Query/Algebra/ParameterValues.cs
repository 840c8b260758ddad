using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Storage.Codecs;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Converts the values of constants and parameters to the CLR type that an attribute's codec writes.</summary>
/// <remarks>C# compares an enum as its number, a char as an int, a short as an int: the attribute's codec wants the property's type back.</remarks>
internal static class ParameterValues
{
    /// <summary>Whether values of a type can become values of the codec's type, each unless it is out of range.</summary>
    public static bool CanConvert(Type from, Type to)
    {
        from = Nullable.GetUnderlyingType(from) ?? from;
        to = Nullable.GetUnderlyingType(to) ?? to;
        return to.IsAssignableFrom(from)
            || from == typeof(object)
            || (to.IsEnum || to == typeof(char) || IsInteger(to)) && (IsInteger(from) || from.IsEnum || from == typeof(char));
    }

    /// <summary>Converts one value.</summary>
    /// <returns>False where the codec's type cannot hold the value, so that no attribute can equal it.</returns>
    public static bool TryConvert(object value, Type to, [NotNullWhen(true)] out object? converted)
    {
        to = Nullable.GetUnderlyingType(to) ?? to;
        converted = value;
        if (to.IsInstanceOfType(value))
        {
            return true;
        }

        if (!CanConvert(value.GetType(), to))
        {
            return false;
        }

        try
        {
            var number = value is char character ? character : Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture);
            converted = to.IsEnum ? Enum.ToObject(to, Convert.ChangeType(number, Enum.GetUnderlyingType(to), System.Globalization.CultureInfo.InvariantCulture))
                : to == typeof(char) ? (char)(ushort)number
                : Convert.ChangeType(number, to, System.Globalization.CultureInfo.InvariantCulture);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>Where a value stands among those of the attribute's type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="codec">Writes the attribute.</param>
    /// <param name="isBoxed">Whether the value must have the codec's type, as C# asks where it compares objects.</param>
    public static ValueFit Fit(object value, AttributeValueCodec codec, bool isBoxed)
    {
        if (isBoxed && value.GetType() != (Nullable.GetUnderlyingType(codec.ClrType) ?? codec.ClrType))
        {
            return ValueFit.Incomparable;
        }

        return TryConvert(value, codec.ClrType, out _) ? ValueFit.Fits
            : !CanConvert(value.GetType(), codec.ClrType) ? ValueFit.Incomparable
            : value is not char && Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture) < 0 ? ValueFit.Below
            : ValueFit.Above;
    }

    private static bool IsInteger(Type type)
        => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;
}
