using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.SpecificationTests.TestUtilities;

/// <summary>
///     What the provider's refusals advise: a sort key made of the further properties of a long key, a key for items whose entity type has none, and numbers
///     from a generator of the application.
/// </summary>
internal sealed class AdvisedConfigurationConvention : IModelFinalizingConvention
{
    private const string ItemNumber = "ItemNumber";
    private const int ShortestTableName = 3;

    /// <inheritdoc />
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entityType in modelBuilder.Metadata.GetEntityTypes().Where(static type => type.BaseType is null && !type.IsOwned()))
        {
            AddTable((IMutableEntityType)entityType);
            AddKey((IMutableEntityType)entityType);
            AddKeyConversions(entityType);
            AddGenerators(entityType);
        }

        foreach (var type in modelBuilder.Metadata.GetEntityTypes().SelectMany(GetTypes))
        {
            LeaveNullsAlone(type);
        }
    }

    private static IEnumerable<IConventionTypeBase> GetTypes(IConventionTypeBase type)
        => type.GetDeclaredComplexProperties().SelectMany(static property => GetTypes(property.ComplexType)).Prepend(type);

    // "Leave convertsNulls out of the converter".
    private static void LeaveNullsAlone(IConventionTypeBase type)
    {
        foreach (var property in type.GetDeclaredProperties())
        {
            if (property.GetValueConverter() is { ConvertsNulls: true } converter)
            {
                var plain = typeof(ValueConverter<,>).MakeGenericType(converter.ModelClrType, converter.ProviderClrType);
                ((IMutableProperty)property).SetValueConverter(
                    (ValueConverter)Activator.CreateInstance(plain, converter.ConvertToProviderExpression, converter.ConvertFromProviderExpression, null)!);
            }
        }
    }

    // "A key attribute is a string, a number or binary. Call HasConversion<int>() on the property".
    private static void AddKeyConversions(IConventionEntityType entityType)
    {
        foreach (var property in entityType.FindPrimaryKey()?.Properties ?? [])
        {
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(bool) && property.GetValueConverter() is null)
            {
                ((IMutableProperty)property).SetProviderClrType(typeof(int));
            }
        }
    }

    // "A table name has 3 to 255 of the characters ...; call ToDynamoTable with such a name".
    private static void AddTable(IMutableEntityType entityType)
    {
        if (entityType.GetDynamoTableName() is { } name && (name.Length < ShortestTableName || name.Any(static c => !IsTableNameCharacter(c))))
        {
            new EntityTypeBuilder(entityType).ToDynamoTable(
                string.Concat(name.Select(static c => IsTableNameCharacter(c) ? c : '_')).PadRight(ShortestTableName, '_'));
        }
    }

    private static bool IsTableNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-';

    // "Say what they are made of with HasPartitionKey and HasSortKey".
    private static void AddKey(IMutableEntityType entityType)
    {
        var builder = new EntityTypeBuilder(entityType);
        if (entityType.FindPrimaryKey()?.Properties is { } properties)
        {
            if (properties.Count > 2 && entityType.FindAnnotation("Dynamo:PartitionKey") is null)
            {
                builder.HasPartitionKey($"{{{properties[0].Name}}}");
                builder.HasSortKey(string.Join('#', properties.Skip(1).Select(static property => $"{{{property.Name}}}")));
            }
        }
        else if (entityType.FindAnnotation("Dynamo:PartitionKey") is null)
        {
            builder.Property<int>(ItemNumber);
            builder.HasPartitionKey($"{{{ItemNumber}}}");
        }
    }

    // "Name a generator with HasValueGenerator".
    private static void AddGenerators(IConventionEntityType entityType)
    {
        foreach (var property in entityType.GetProperties().Where(IsCounted))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (property.Builder.ValueGenerated(ValueGenerated.OnAdd) is not null && property.GetValueGeneratorFactory() is null)
            {
                property.SetValueGeneratorFactory((_, _) => new CountingValueGenerator(type));
            }
        }
    }

    // As for a relational database: the number that a key has beside its foreign keys, and what says so itself.
    private static bool IsCounted(IConventionProperty property)
        => IsNumber(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
            && property.GetValueConverter() is null
            && (property.ValueGenerated == ValueGenerated.OnAdd || IsOnlyKey(property));

    private static bool IsOnlyKey(IConventionProperty property)
        => property.FindContainingPrimaryKey() is { } key
            && !property.IsForeignKey()
            && key.Properties.All(other => other == property || other.IsForeignKey());

    private static bool IsNumber(Type type)
        => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64 && !type.IsEnum;
}
