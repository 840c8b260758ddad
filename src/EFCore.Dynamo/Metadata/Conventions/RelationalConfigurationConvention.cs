using EFCore.Dynamo.ValueGeneration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace EFCore.Dynamo.Metadata.Conventions;

/// <summary>Takes over what the verbs of EF's relational package say and DynamoDB can do: names of tables and attributes, and default values.</summary>
/// <remarks>This provider's own verbs win. What is left over is named in a warning when the model is validated.</remarks>
internal sealed class RelationalConfigurationConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entityType in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entityType.BaseType is not null || entityType.IsNested())
            {
                MoveTableAttribute(entityType);
            }
            else if (entityType[RelationalAnnotationNames.TableName] is string tableName)
            {
                entityType.Builder.HasAnnotation(DynamoAnnotationNames.TableName, tableName, fromDataAnnotation: true);
            }

            if (FindName(entityType, RelationalAnnotationNames.ContainerColumnName) is { } name
                && entityType.FindOwnership()?.PrincipalToDependent is { } navigation)
            {
                navigation.Builder.HasAnnotation(DynamoAnnotationNames.AttributeName, name, fromDataAnnotation: true);
            }

            foreach (var property in entityType.GetDeclaredProperties())
            {
                SetDefaultValue(property);
            }

            SetAttributeNames(entityType);
        }
    }

    // [Table] on a class that has no table of its own is no mistake of this model: the class may be written for another database too. It is named in the
    // warning.
    private static void MoveTableAttribute(IConventionEntityType entityType)
    {
        if (entityType.FindAnnotation(DynamoAnnotationNames.TableName) is { } annotation
            && annotation.GetConfigurationSource() == ConfigurationSource.DataAnnotation)
        {
            entityType.RemoveAnnotation(DynamoAnnotationNames.TableName);
            entityType.Builder.HasAnnotation(RelationalAnnotationNames.TableName, annotation.Value, fromDataAnnotation: true);
        }
    }

    private static void SetAttributeNames(IConventionTypeBase type)
    {
        foreach (var property in type.GetDeclaredProperties())
        {
            if (FindName(property, RelationalAnnotationNames.ColumnName) is { } name)
            {
                property.Builder.HasAnnotation(DynamoAnnotationNames.AttributeName, name, fromDataAnnotation: true);
            }
        }

        foreach (var property in type.GetDeclaredComplexProperties())
        {
            if (FindName(property.ComplexType, RelationalAnnotationNames.ContainerColumnName) is { } name)
            {
                property.Builder.HasAnnotation(DynamoAnnotationNames.AttributeName, name, fromDataAnnotation: true);
            }

            SetAttributeNames(property.ComplexType);
        }
    }

    // Inside a JSON column the name of a property is another annotation.
    private static string? FindName(IConventionAnnotatable annotatable, string annotationName)
        => annotatable[RelationalAnnotationNames.JsonPropertyName] as string ?? annotatable[annotationName] as string;

    // DynamoDB has no defaults: the value is set when the entity is added without one.
    private static void SetDefaultValue(IConventionProperty property)
    {
        if (property[RelationalAnnotationNames.DefaultValue] is not { } value || !property.ClrType.IsInstanceOfType(value))
        {
            return;
        }

        property.Builder.ValueGenerated(ValueGenerated.OnAdd);
        property.Builder.HasValueGenerator((runtimeProperty, _) => new DefaultValueGenerator(runtimeProperty, value));

        // Otherwise false could not be stored: it would count as no value.
        if (value is true && property.ClrType == typeof(bool))
        {
            property.Builder.HasSentinel(sentinel: true);
        }
    }
}
