using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Metadata.Validation;

/// <summary>Refuses models that cannot work, before the first request, with a sentence that names entity, property and fix.</summary>
internal sealed class DynamoModelValidator(ModelValidatorDependencies dependencies) : ModelValidator(dependencies)
{
    /// <inheritdoc />
    public override void Validate(IModel model, IDiagnosticsLogger<DbLoggerCategory.Model.Validation> logger)
    {
        base.Validate(model, logger);

        foreach (var entityType in model.GetEntityTypes())
        {
            InheritanceRules.Validate(entityType);
            PropertyRules.Validate(entityType);
            TimeToLiveRules.Validate(entityType);
            if (!entityType.IsNested())
            {
                KeyRules.Validate(entityType, logger);
                IndexRules.Validate(entityType);
                AttributeNameRules.Validate(entityType);
            }
        }

        foreach (var table in model.GetTables())
        {
            TableRules.Validate(table);
            SharedTableRules.Validate(table);
            TimeToLiveRules.Validate(table);
        }

        if (IgnoredConfiguration.Find(model) is { Count: > 0 } ignored)
        {
            logger.ConfigurationIgnored(ignored);
        }
    }

    /// <inheritdoc />
    protected override void ValidateNonNullPrimaryKeys(IModel model, IDiagnosticsLogger<DbLoggerCategory.Model.Validation> logger)
    {
        foreach (var entityType in model.GetEntityTypes().Where(static type => type.BaseType is null && type.FindPrimaryKey() is null))
        {
            // An entity type without a key of EF's is only read, by the key that its items have.
            if (entityType.GetDerivedTypesInclusive().Cast<IEntityType>().Any(static type => type.GetSeedData().Any()))
            {
                throw new InvalidOperationException(CoreStrings.SeedKeylessEntity(entityType.DisplayName()));
            }

            if (entityType.FindPartitionKeyConfiguration() is null)
            {
                throw new InvalidOperationException(DynamoStrings.NoKey(entityType.DisplayName()));
            }
        }
    }

    /// <inheritdoc />
    protected override void ValidateData(IModel model, IDiagnosticsLogger<DbLoggerCategory.Model.Validation> logger) => SeedRules.Validate(model);

    /// <inheritdoc />
    protected override void ThrowPropertyNotMappedException(string propertyType, IConventionTypeBase structuralType, IConventionProperty unmappedProperty)
        => throw new InvalidOperationException(
            DynamoStrings.PropertyTypeUnsupported(structuralType.DisplayName(), unmappedProperty.Name, propertyType));
}
