using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Engine.Validation.Tables;

/// <summary>
///     The model's constraints of the structures that CreateTable and UpdateTable share; a path is the service's, with its dot where it is a parent.
/// </summary>
internal static class TableConstraints
{
    private const int MaxAttributeNameLength = 255;

    public static void RequireDefinitions(ref ConstraintErrors errors, IReadOnlyList<AttributeDefinition>? definitions)
    {
        for (var i = 0; i < definitions?.Count; i++)
        {
            RequireAttributeName(ref errors, definitions[i]?.AttributeName, $"attributeDefinitions.{i + 1}.member.attributeName");
        }
    }

    public static void RequireKeySchema(ref ConstraintErrors errors, IReadOnlyList<KeySchemaElement>? schema, int maxCount, string path)
    {
        errors.RequireNotNull(schema is not null, path);
        if (schema is null)
        {
            return;
        }

        errors.RequireCount(schema.Count, 1, maxCount, path, () => Describe(schema));
        for (var i = 0; i < schema.Count; i++)
        {
            RequireAttributeName(ref errors, schema[i]?.AttributeName, $"{path}.{i + 1}.member.attributeName");
        }
    }

    public static void RequireIndexName(ref ConstraintErrors errors, string? name, string path)
    {
        errors.RequireNotNull(name is not null, path);
        ResourceNameRules.RequireConstraints(ref errors, name, path);
    }

    public static void RequireProjection(ref ConstraintErrors errors, Projection? projection, string path)
    {
        errors.RequireNotNull(projection is not null, path);
        if (projection?.NonKeyAttributes is not { } names)
        {
            return;
        }

        errors.RequireCount(names.Count, 1, 20, $"{path}.nonKeyAttributes", () => $"[{string.Join(", ", names)}]");
        for (var i = 0; i < names.Count; i++)
        {
            RequireAttributeName(ref errors, names[i], $"{path}.nonKeyAttributes.{i + 1}.member");
        }
    }

    public static void RequireThroughput(ref ConstraintErrors errors, ProvisionedThroughput? throughput, string path)
    {
        errors.RequireRange(throughput?.WriteCapacityUnits, 1, long.MaxValue, $"{path}.writeCapacityUnits");
        errors.RequireRange(throughput?.ReadCapacityUnits, 1, long.MaxValue, $"{path}.readCapacityUnits");
    }

    private static void RequireAttributeName(ref ConstraintErrors errors, string? name, string path)
    {
        errors.RequireNotNull(name is not null, path);
        errors.RequireMinLength(name, 1, path);
        errors.RequireMaxLength(name, MaxAttributeNameLength, path);
    }

    private static string Describe(IReadOnlyList<KeySchemaElement> schema)
        => $"[{string.Join(
            ", ",
            schema.Select(
                static element => $"KeySchemaElement(attributeName={element?.AttributeName}, keyType={WireEnums.KeyType.GetText(
                    element?.KeyType ?? KeyType.SortKey)})"))}]";
}
