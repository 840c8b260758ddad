using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Storage;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Infrastructure.Validation;

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
