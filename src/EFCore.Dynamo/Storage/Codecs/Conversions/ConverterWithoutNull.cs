using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Storage.Codecs.Conversions;

/// <summary>A converter over <c>T?</c> as one over <c>T</c>, which is all that EF hands to a converter: nulls are never converted.</summary>
/// <remarks>
///     With it a mapping has one CLR type whichever of the two the application wrote; EF itself takes only the second for a key that has no order of its own.
/// </remarks>
internal static class ConverterWithoutNull
{
    /// <summary>The converter itself where its model type has no null.</summary>
    public static ValueConverter Create(ValueConverter converter)
        => Nullable.GetUnderlyingType(converter.ModelClrType) is { } modelType
            ? (ValueConverter)Activator.CreateInstance(
                typeof(ConverterWithoutNull<,>).MakeGenericType(modelType, converter.ProviderClrType), converter)! // null only for Nullable<T>
            : converter;

    /// <summary>The converter that the application wrote: it alone can make null of a stored value.</summary>
    public static ValueConverter GetOriginal(ValueConverter converter) => (converter as IConverterWithoutNull)?.Original ?? converter;
}
