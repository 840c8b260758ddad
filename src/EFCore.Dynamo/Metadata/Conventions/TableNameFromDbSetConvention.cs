using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace EFCore.Dynamo.Metadata.Conventions;

/// <summary>Without <c>ToDynamoTable</c> a table has the name of the entity type's one <c>DbSet</c>, else of the type.</summary>
internal sealed class TableNameFromDbSetConvention(ProviderConventionSetBuilderDependencies dependencies) : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var names = dependencies.SetFinder.FindSets(dependencies.ContextType)
            .GroupBy(set => set.Type)
            .Where(sets => sets.Count() == 1)
            .ToDictionary(sets => sets.Key, sets => sets.Single().Name);
        foreach (var entityType in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entityType.BaseType is null
                && !entityType.IsNested()
                && !entityType.HasSharedClrType
                && names.TryGetValue(entityType.ClrType, out var name))
            {
                entityType.Builder.HasAnnotation(DynamoAnnotationNames.TableName, name);
            }
        }
    }
}
