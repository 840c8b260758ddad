using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Validation;

/// <summary>The time of expiry is a property of the item itself, and a number of epoch seconds.</summary>
internal static class TimeToLiveRules
{
    public static void Validate(IEntityType entityType)
    {
        if (entityType[DynamoAnnotationNames.TimeToLive] is not string name)
        {
            return;
        }

        if (entityType.GetTimeToLiveProperty() is not IProperty property)
        {
            throw new InvalidOperationException(DynamoStrings.TimeToLiveUnknown(entityType.DisplayName(), name));
        }

        if ((property.FindTypeMapping() as DynamoTypeMapping)?.AttributeType != AttributeType.Number)
        {
            throw new InvalidOperationException(DynamoStrings.TimeToLiveNotATime(entityType.DisplayName(), name, property.ClrType.Name));
        }
    }

    /// <summary>A table has one time to live attribute, whatever entity types share it.</summary>
    public static void Validate(TableLayout table)
    {
        if (table.GetTimeToLiveAttributes() is { Count: > 1 } attributes)
        {
            throw new InvalidOperationException(DynamoStrings.TimeToLiveDiffers(table.TableName, string.Join(", ", attributes)));
        }
    }
}
