using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace EFCore.Dynamo.ValueGeneration;

/// <summary>EF's generators (Guid, string, byte[]), and temporary positions for owned types that wait for their place in a list.</summary>
internal sealed class DynamoValueGeneratorSelector(ValueGeneratorSelectorDependencies dependencies) : ValueGeneratorSelector(dependencies)
{
    protected override ValueGenerator? FindForType(IProperty property, ITypeBase typeBase, Type clrType)
        => property.IsOrdinal() && clrType == typeof(int)
            ? new TemporaryNumberValueGeneratorFactory().Create(property, typeBase)
            : base.FindForType(property, typeBase, clrType);
}
