using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace EFCore.Dynamo.SpecificationTests.TestUtilities;

/// <summary>Adds to each model what the provider's refusals advise, so that the fixtures need not.</summary>
internal sealed class AdvisedConfigurationPlugin : IConventionSetPlugin
{
    /// <inheritdoc />
    public ConventionSet ModifyConventions(ConventionSet conventionSet)
    {
        conventionSet.ModelFinalizingConventions.Insert(0, new AdvisedConfigurationConvention());
        return conventionSet;
    }
}
