using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace EFCore.Dynamo.Metadata.Conventions;

/// <summary><c>[Table("name")]</c> on an entity class is <c>ToDynamoTable("name")</c>.</summary>
internal sealed class TableAttributeConvention(ProviderConventionSetBuilderDependencies dependencies)
    : TypeAttributeConventionBase<TableAttribute>(dependencies)
{
    protected override void ProcessEntityTypeAdded(
        IConventionEntityTypeBuilder entityTypeBuilder,
        TableAttribute attribute,
        IConventionContext<IConventionEntityTypeBuilder> context)
    {
        entityTypeBuilder.HasAnnotation(DynamoAnnotationNames.TableName, attribute.Name, fromDataAnnotation: true);
        if (attribute.Schema is { } schema)
        {
            entityTypeBuilder.HasAnnotation(RelationalAnnotationNames.Schema, schema, fromDataAnnotation: true);
        }
    }
}
