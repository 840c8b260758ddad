using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Storage.Codecs.Conversions;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Metadata.Validation;

/// <summary>What single properties must not ask for.</summary>
internal static class PropertyRules
{
    public static void Validate(ITypeBase type)
    {
        foreach (var property in type.GetDeclaredProperties())
        {
            if (property.FindTypeMapping() is not DynamoTypeMapping mapping)
            {
                throw new InvalidOperationException(
                    DynamoStrings.PropertyTypeUnsupported(type.DisplayName(), property.Name, property.ClrType.Name));
            }

            if (ConvertsNulls(mapping) || (mapping.ElementTypeMapping is { } element && ConvertsNulls(element)))
            {
                throw new InvalidOperationException(DynamoStrings.ConverterConvertsNulls(type.DisplayName(), property.Name));
            }

            if (property.IsPrimitiveCollection && mapping.AttributeType is (AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet))
            {
                throw new InvalidOperationException(DynamoStrings.SetAsPrimitiveCollection(type.DisplayName(), property.Name));
            }

            if (IsNumberThatNobodyGenerates(property))
            {
                throw new InvalidOperationException(DynamoStrings.NumberNotGenerated(type.DisplayName(), property.Name));
            }
        }

        foreach (var complexProperty in type.GetDeclaredComplexProperties())
        {
            Validate(complexProperty.ComplexType);
        }
    }

#pragma warning disable EF1001 // the constructor that sets it is EF's own, but nothing keeps an application from calling it
    private static bool ConvertsNulls(CoreTypeMapping mapping)
        => mapping.Converter is { } converter && ConverterWithoutNull.GetOriginal(converter).ConvertsNulls;

#pragma warning restore EF1001

    private static bool IsNumberThatNobodyGenerates(IProperty property)
    {
        // A row version is generated on update as well, by the update pipeline.
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return property.ValueGenerated == ValueGenerated.OnAdd
            && !property.IsOrdinal()
            && property.GetValueGeneratorFactory() is null
            && property.FindTypeMapping()?.Converter is null
            && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
    }
}
