using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Engine.Streams;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of CreateTable, in the service's order: constraints of the model, billing, key schema, local and then global indexes, unused definitions.</summary>
internal static class CreateTableValidator
{
    private const long MaxThroughput = 1_000_000_000_000;

    private static readonly Func<CreateTableRequest, ServiceError?>[] Rules =
    [
        ValidateConstraints,
        ValidateBilling,
        ValidateDefinitions,
        ValidateTableKey,
        SecondaryIndexValidator.ValidateLocal,
        SecondaryIndexValidator.ValidateGlobal,
        ValidateDefinitionsAreUsed,
        static request => StreamSwitch.Validate(request.StreamSpecification),
    ];

    public static ServiceError? Validate(CreateTableRequest request)
    {
        foreach (var rule in Rules)
        {
            if (rule(request) is { } error)
                return error;
        }

        return null;
    }

    private static ServiceError? ValidateConstraints(CreateTableRequest request)
    {
        if (ResourceName.ValidateTableName(request.TableName) is { } nameError)
            return nameError;

        var errors = new ConstraintErrors(request.Findings);
        errors.RequireNotNull(request.AttributeDefinitions is not null, "attributeDefinitions");
        var position = 0;
        foreach (var definition in request.AttributeDefinitions ?? [])
            errors.RequireNotNull(definition?.AttributeName is not null, $"attributeDefinitions.{++position}.member.attributeName");
        RequireThroughput(ref errors, request.ProvisionedThroughput, "provisionedThroughput");
        errors.RequireNotNull(request.KeySchema is not null, "keySchema");
        if (request.KeySchema is { } schema)
            RequireKeySchema(ref errors, schema, maxCount: 2, "keySchema");

        position = 0;
        foreach (var index in request.LocalSecondaryIndexes ?? [])
            RequireIndex(ref errors, index?.IndexName, index?.KeySchema, 2, index?.Projection, null, $"localSecondaryIndexes.{++position}.member");
        position = 0;
        foreach (var index in request.GlobalSecondaryIndexes ?? [])
            RequireIndex(ref errors, index?.IndexName, index?.KeySchema, 8, index?.Projection, index?.ProvisionedThroughput, $"globalSecondaryIndexes.{++position}.member");
        return errors.ToError();
    }

    private static void RequireIndex(
        ref ConstraintErrors errors, string? name, IReadOnlyList<KeySchemaElement>? schema, int maxKeys, Projection? projection, ProvisionedThroughput? throughput, string path)
    {
        errors.RequireNotNull(name is not null, $"{path}.indexName");
        ResourceName.RequireConstraints(ref errors, name, $"{path}.indexName");
        errors.RequireNotNull(schema is not null, $"{path}.keySchema");
        if (schema is not null)
            RequireKeySchema(ref errors, schema, maxKeys, $"{path}.keySchema");
        errors.RequireNotNull(projection is not null, $"{path}.projection");
        RequireThroughput(ref errors, throughput, $"{path}.provisionedThroughput");
        if (projection?.NonKeyAttributes is not { } names)
            return;

        errors.RequireCount(names.Count, 1, 20, $"{path}.projection.nonKeyAttributes", () => $"[{string.Join(", ", names)}]");
        for (var i = 0; i < names.Count; i++)
        {
            errors.RequireNotNull(names[i] is not null, $"{path}.projection.nonKeyAttributes.{i + 1}.member");
            errors.RequireMinLength(names[i], 1, $"{path}.projection.nonKeyAttributes.{i + 1}.member");
            errors.RequireMaxLength(names[i], 255, $"{path}.projection.nonKeyAttributes.{i + 1}.member");
        }
    }

    private static void RequireKeySchema(ref ConstraintErrors errors, IReadOnlyList<KeySchemaElement> schema, int maxCount, string path)
    {
        errors.RequireCount(schema.Count, 1, maxCount, path, () => Describe(schema));
        for (var i = 0; i < schema.Count; i++)
        {
            errors.RequireNotNull(schema[i]?.AttributeName is not null, $"{path}.{i + 1}.member.attributeName");
            errors.RequireMinLength(schema[i]?.AttributeName, 1, $"{path}.{i + 1}.member.attributeName");
            errors.RequireMaxLength(schema[i]?.AttributeName, 255, $"{path}.{i + 1}.member.attributeName");
        }
    }

    private static void RequireThroughput(ref ConstraintErrors errors, ProvisionedThroughput? throughput, string path)
    {
        errors.RequireRange(throughput?.ReadCapacityUnits, 1, long.MaxValue, $"{path}.readCapacityUnits");
        errors.RequireRange(throughput?.WriteCapacityUnits, 1, long.MaxValue, $"{path}.writeCapacityUnits");
    }

    private static ServiceError? ValidateBilling(CreateTableRequest request)
    {
        if (request.BillingMode == BillingMode.PayPerRequest)
            return request.ProvisionedThroughput is null ? null : ServiceError.Validation(CreateTableTexts.ThroughputWithOnDemand);
        if (request.ProvisionedThroughput is not { } throughput)
            return ServiceError.Validation(CreateTableTexts.ThroughputRequired);
        if (throughput.ReadCapacityUnits > MaxThroughput)
            return ServiceError.Validation(CreateTableTexts.OutOfBounds(throughput.ReadCapacityUnits, "ReadCapacityUnits"));
        return throughput.WriteCapacityUnits > MaxThroughput
            ? ServiceError.Validation(CreateTableTexts.OutOfBounds(throughput.WriteCapacityUnits, "WriteCapacityUnits"))
            : null;
    }

    private static ServiceError? ValidateDefinitions(CreateTableRequest request)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var definition in request.AttributeDefinitions!) // required by ValidateConstraints
        {
            if (!names.Add(definition.AttributeName))
                return ServiceError.Validation(CreateTableTexts.DuplicateAttribute(definition.AttributeName));
            if (definition.AttributeType is not (AttributeType.String or AttributeType.Number or AttributeType.Binary))
            {
                var errors = default(ConstraintErrors);
                errors.Add($"'{AttributeTypeNames.Of(definition.AttributeType)}'", $"attributeDefinitions.{names.Count}.member.attributeType", "Member must satisfy enum value set: [B, N, S]");
                return errors.ToError();
            }
        }

        return null;
    }

    private static ServiceError? ValidateTableKey(CreateTableRequest request)
    {
        var schema = request.KeySchema!; // required by ValidateConstraints
        if (!KeySchemaRules.AllDefined(schema, request))
        {
            // The service names the attributes only where the schema has a single one.
            return schema.Count == 1 && request.AttributeDefinitions!.Count > 0
                ? KeySchemaRules.NotDefined(schema, request)
                : ServiceError.Validation(CreateTableTexts.KeyWithoutDefinition);
        }

        if (KeySchemaRules.ValidateSimple(schema) is { } error)
            return error;
        var hasIndexes = request.LocalSecondaryIndexes is not null || request.GlobalSecondaryIndexes is not null;
        return hasIndexes || request.AttributeDefinitions!.Count == schema.Count ? null : ServiceError.Validation(CreateTableTexts.AttributeCountMismatch);
    }

    private static ServiceError? ValidateDefinitionsAreUsed(CreateTableRequest request)
    {
        var schemas = new[] { request.KeySchema! }
            .Concat((request.LocalSecondaryIndexes ?? []).Select(static index => index.KeySchema))
            .Concat((request.GlobalSecondaryIndexes ?? []).Select(static index => index.KeySchema));
        var used = schemas.SelectMany(static schema => schema).Select(static element => element.AttributeName).Distinct(StringComparer.Ordinal).ToList();
        return used.Count == request.AttributeDefinitions!.Count
            ? null
            : ServiceError.Validation(CreateTableTexts.DefinitionsNotUsed(KeySchemaRules.Names(request.AttributeDefinitions), string.Join(", ", used)));
    }

    private static string Describe(IReadOnlyList<KeySchemaElement> schema) =>
        $"[{string.Join(", ", schema.Select(static element => $"KeySchemaElement(attributeName={element?.AttributeName}, keyType={(element?.KeyType == KeyType.PartitionKey ? "HASH" : "RANGE")})"))}]";
}
