using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Storage.Codecs.Conversions;

/// <summary>Builds the codec of a converted property out of the converter and the codec of what it converts to.</summary>
internal static class ConvertedCodec
{
    /// <summary>Called once a mapping, while the model is built.</summary>
    public static AttributeValueCodec Create(ValueConverter converter, AttributeValueCodec storeCodec)
        => (AttributeValueCodec)Activator.CreateInstance(
            typeof(ConvertedCodec<,>).MakeGenericType(Nullable.GetUnderlyingType(converter.ModelClrType) ?? converter.ModelClrType, storeCodec.ClrType),
            converter,
            storeCodec)!; // CreateInstance returns null only for Nullable<T>
}
