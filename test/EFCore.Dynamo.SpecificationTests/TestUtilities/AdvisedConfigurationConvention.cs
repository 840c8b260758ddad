using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace EFCore.Dynamo.SpecificationTests.TestUtilities;

/// <summary>What the provider's refusals advise: a sort key made of the further properties of a long key, and numbers that the application counts.</summary>
internal sealed class AdvisedConfigurationConvention : IModelFinalizingConvention
{
    /// <inheritdoc />
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entityType in modelBuilder.Metadata.GetEntityTypes().Where(static type => type.BaseType is null && !type.IsOwned()))
        {
            AddSortKey((IMutableEntityType)entityType);
        }
    }

    // "Say what they are made of with HasPartitionKey and HasSortKey".
    private static void AddSortKey(IMutableEntityType entityType)
    {
        if (entityType.FindPrimaryKey()?.Properties is not { Count: > 2 } properties)
        {
            return;
        }

        var builder = new EntityTypeBuilder(entityType);
        builder.HasPartitionKey($"{{{properties[0].Name}}}");
        builder.HasSortKey(string.Join('#', properties.Skip(1).Select(static property => $"{{{property.Name}}}")));
    }
}
