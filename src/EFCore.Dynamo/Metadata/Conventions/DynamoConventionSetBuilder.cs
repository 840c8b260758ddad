using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace EFCore.Dynamo.Metadata.Conventions;

/// <summary>EF's conventions, with ours about keys, tables and discriminators.</summary>
internal sealed class DynamoConventionSetBuilder(ProviderConventionSetBuilderDependencies dependencies) : ProviderConventionSetBuilder(dependencies)
{
    /// <inheritdoc />
    public override ConventionSet CreateConventionSet()
    {
        var conventionSet = base.CreateConventionSet();

        // A foreign key is no index: indexes cost storage and writes, and are declared.
        conventionSet.Remove(typeof(ForeignKeyIndexConvention));
        conventionSet.Replace<KeyDiscoveryConvention>(new DynamoKeyDiscoveryConvention(Dependencies));
        conventionSet.Replace<ValueGenerationConvention>(new DynamoValueGenerationConvention(Dependencies));
        conventionSet.Replace<RuntimeModelConvention>(new DynamoRuntimeModelConvention(Dependencies));
        conventionSet.Add(new TableAttributeConvention(Dependencies));
        conventionSet.Add(new ColumnAttributeConvention(Dependencies));

        // In this order when the model is finished: the table decides who shares it, and sharing asks for a discriminator.
        conventionSet.Add(new ComplexDiscriminatorConvention());
        conventionSet.Add(new RelationalConfigurationConvention());
        conventionSet.Add(new TableNameFromDbSetConvention(Dependencies));
        conventionSet.Add(new SharedTableDiscriminatorConvention());
        return conventionSet;
    }
}
