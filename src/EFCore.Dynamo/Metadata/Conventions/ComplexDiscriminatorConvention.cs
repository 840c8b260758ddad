using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace EFCore.Dynamo.Metadata.Conventions;

/// <summary>Keeps EF from generating discriminators that are properties of complex values.</summary>
/// <remarks>EF sets them when the entity is added, also in a complex value that is null. They are constants, and written as such.</remarks>
internal sealed class ComplexDiscriminatorConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(static type => type.GetDeclaredComplexProperties()))
        {
            Process(property.ComplexType);
        }
    }

    private static void Process(IConventionComplexType type)
    {
        // HasDiscriminator sets the generator as the user's own configuration, which only the mutable model takes back.
        if (type.FindDiscriminatorProperty() is IMutableProperty discriminator && !discriminator.IsShadowProperty())
        {
            discriminator.SetValueGeneratorFactory(valueGeneratorFactory: (Type?)null);
        }

        foreach (var property in type.GetDeclaredComplexProperties())
        {
            Process(property.ComplexType);
        }
    }
}
