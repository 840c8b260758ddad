using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace EFCore.Dynamo.Metadata.Conventions;

/// <summary><c>[Column("name")]</c> on a property is <c>HasAttributeName("name")</c>, so that a class written for another provider keeps its names.</summary>
internal sealed class ColumnAttributeConvention(ProviderConventionSetBuilderDependencies dependencies)
    : PropertyAttributeConventionBase<ColumnAttribute>(dependencies)
{
    protected override void ProcessPropertyAdded(
        IConventionPropertyBuilder propertyBuilder,
        ColumnAttribute attribute,
        MemberInfo clrMember,
        IConventionContext context)
    {
        if (!string.IsNullOrWhiteSpace(attribute.Name))
        {
            propertyBuilder.HasAnnotation(DynamoAnnotationNames.AttributeName, attribute.Name, fromDataAnnotation: true);
        }

        if (attribute.TypeName is { } typeName)
        {
            propertyBuilder.HasAnnotation(RelationalAnnotationNames.ColumnType, typeName, fromDataAnnotation: true);
        }
    }
}
