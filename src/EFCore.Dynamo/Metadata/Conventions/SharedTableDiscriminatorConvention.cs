using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace EFCore.Dynamo.Metadata.Conventions;

/// <summary>Where several entity types share a table, each of their items says in an attribute which one it is.</summary>
/// <remarks>
///     Hierarchies get theirs from EF's own convention. What the user configured stays; <c>HasNoDiscriminator</c> is then for the validator to judge.
/// </remarks>
internal sealed class SharedTableDiscriminatorConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var sharedTables = modelBuilder.Metadata.GetEntityTypes()
            .Where(type => type.BaseType is null && !type.IsNested())
            .GroupBy(type => type.GetDynamoTableName(), StringComparer.Ordinal)
            .Where(table => table.Skip(1).Any());
        foreach (var root in sharedTables.SelectMany(table => table))
        {
            if (root.FindDiscriminatorProperty() is null)
            {
                root.Builder.HasDiscriminator(typeof(string))?.HasValue(root, root.ShortName());
            }
        }
    }
}
