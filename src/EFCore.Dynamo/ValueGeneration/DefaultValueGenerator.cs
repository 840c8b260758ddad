using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace EFCore.Dynamo.ValueGeneration;

/// <summary>The default value of a property that is added without a value.</summary>
internal sealed class DefaultValueGenerator(IProperty property, object value) : ValueGenerator
{
    public override bool GeneratesTemporaryValues => false;

    public override bool GeneratesStableValues => true;

    // A copy, so that two entities never share one list.
    protected override object? NextValue(EntityEntry entry) => property.GetValueComparer().Snapshot(value);
}
