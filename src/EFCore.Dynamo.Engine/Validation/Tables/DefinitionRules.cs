using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation.Tables;

/// <summary>The rules of attribute definitions: distinct, of types that keys may have, and each of a key attribute.</summary>
internal static class DefinitionRules
{
    public static ServiceError? Validate(IReadOnlyList<AttributeDefinition> definitions)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            if (!names.Add(definition.AttributeName))
            {
                return ServiceError.Validation(CreateTableTexts.DuplicateAttribute(definition.AttributeName));
            }

            if (definition.AttributeType is AttributeType.String or AttributeType.Number or AttributeType.Binary)
            {
                continue;
            }

            var errors = default(ConstraintErrors);
            errors.Add(
                $"'{definition.AttributeType.GetWireName()}'",
                $"attributeDefinitions.{names.Count}.member.attributeType",
                $"Member must satisfy enum value set: {AttributeTypeNames.OfKeys}");
            return errors.ToError();
        }

        return null;
    }

    /// <param name="definitions">The request's.</param>
    /// <param name="schemas">Of the table and all its indexes.</param>
    public static ServiceError? ValidateUsed(IReadOnlyList<AttributeDefinition> definitions, IEnumerable<IReadOnlyList<KeySchemaElement>> schemas)
    {
        var used = schemas.SelectMany(static schema => schema).Select(static element => element.AttributeName).Distinct(StringComparer.Ordinal).ToList();
        return definitions.All(definition => used.Contains(definition.AttributeName, StringComparer.Ordinal))
            ? null
            : ServiceError.Validation(CreateTableTexts.DefinitionsNotUsed(KeySchemaRules.Names(definitions), string.Join(", ", used)));
    }
}
