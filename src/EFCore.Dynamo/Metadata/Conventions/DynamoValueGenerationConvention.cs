using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace EFCore.Dynamo.Metadata.Conventions;

/// <summary>
///     What gets a value of its own: Guids in keys, and positions of owned types in their lists. DynamoDB counts nothing, so numbers are the application's.
/// </summary>
internal sealed class DynamoValueGenerationConvention(ProviderConventionSetBuilderDependencies dependencies) : ValueGenerationConvention(dependencies)
{
    protected override ValueGenerated? GetValueGenerated(IConventionProperty property)
    {
        if (property.IsOrdinal())
        {
            return ValueGenerated.OnAdd;
        }

        // Also in a key of several properties, where EF's own rule would generate nothing.
        return property.ClrType == typeof(Guid)
            && !property.IsForeignKey()
            && property.DeclaringType is IConventionEntityType { BaseType: null } entityType
            && (entityType.FindPrimaryKey()?.Properties.Contains(property) ?? false)
                ? ValueGenerated.OnAdd
                : null;
    }
}
