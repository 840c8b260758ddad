using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Operations.ResourcePolicies;
using EFCore.Dynamo.Engine.Operations.Tags;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Tables;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.CreateTable;

/// <summary>
///     The rules of CreateTable, in the service's order: constraints of the model, billing, key schema, local and then global indexes, unused definitions.
/// </summary>
internal static class CreateTableValidator
{
    private static readonly Func<CreateTableRequest, ServiceError?>[] Rules =
    [
        ValidateConstraints,
        ValidateBilling,
        ValidateDefinitions,
        ValidateTableKey,
        SecondaryIndexValidator.ValidateLocal,
        SecondaryIndexValidator.ValidateGlobal,
        ValidateDefinitionsAreUsed,
        static request => StreamSwitch.Validate(request.StreamSpecification, isCreation: true),
        ValidateThroughputLimits,
        static request => EncryptionRules.Validate(request.SseSpecification),
        static request => request.Tags is null ? null : TagRules.ValidateTags(request.Tags),
        static request => request.ResourcePolicy is null ? null : PolicyRules.Validate(request.ResourcePolicy, isOfStream: false, mayLockOut: false, out _),
    ];

    public static ServiceError? Validate(CreateTableRequest request)
    {
        foreach (var rule in Rules)
        {
            if (rule(request) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private static ServiceError? ValidateConstraints(CreateTableRequest request)
    {
        if (request.TableName is not { } name)
        {
            return ServiceError.Validation(ResourceNameTexts.TableNameRequired);
        }

        var errors = new ConstraintErrors(request.Findings);
        if (!TableArn.TryParse(name, out _))
        {
            ResourceNameRules.RequireConstraints(ref errors, name, "tableName");
        }

        errors.RequireNotNull(request.AttributeDefinitions is not null, "attributeDefinitions");
        TableConstraints.RequireDefinitions(ref errors, request.AttributeDefinitions);
        TableConstraints.RequireThroughput(ref errors, request.ProvisionedThroughput, "provisionedThroughput");
        TableConstraints.RequireKeySchema(ref errors, request.KeySchema, maxCount: 2, "keySchema");
        RequireIndexes(ref errors, request);
        return errors.ToError();
    }

    private static void RequireIndexes(ref ConstraintErrors errors, CreateTableRequest request)
    {
        for (var i = 0; i < request.GlobalSecondaryIndexes?.Count; i++)
        {
            var path = $"globalSecondaryIndexes.{i + 1}.member";
            var index = request.GlobalSecondaryIndexes[i];
            TableConstraints.RequireIndexName(ref errors, index?.IndexName, $"{path}.indexName");
            TableConstraints.RequireKeySchema(ref errors, index?.KeySchema, maxCount: int.MaxValue, $"{path}.keySchema");
            TableConstraints.RequireProjection(ref errors, index?.Projection, $"{path}.projection");
            TableConstraints.RequireThroughput(ref errors, index?.ProvisionedThroughput, $"{path}.provisionedThroughput");
        }

        for (var i = 0; i < request.LocalSecondaryIndexes?.Count; i++)
        {
            var path = $"localSecondaryIndexes.{i + 1}.member";
            var index = request.LocalSecondaryIndexes[i];
            TableConstraints.RequireIndexName(ref errors, index?.IndexName, $"{path}.indexName");
            TableConstraints.RequireKeySchema(ref errors, index?.KeySchema, maxCount: 2, $"{path}.keySchema");
            TableConstraints.RequireProjection(ref errors, index?.Projection, $"{path}.projection");
        }
    }

    private static ServiceError? ValidateBilling(CreateTableRequest request)
    {
        if (request.BillingMode == BillingMode.PayPerRequest)
        {
            return request.ProvisionedThroughput is null ? null : ServiceError.Validation(CreateTableTexts.ThroughputWithOnDemand);
        }

        if (request.ProvisionedThroughput is not { } throughput)
        {
            return ServiceError.Validation(CreateTableTexts.ThroughputRequired);
        }

        return ThroughputRules.ValidateBounds(throughput);
    }

    private static ServiceError? ValidateThroughputLimits(CreateTableRequest request)
    {
        var billingMode = request.BillingMode ?? BillingMode.Provisioned;
        var error = OnDemandThroughputRules.Validate(request.OnDemandThroughput, billingMode, "table", isUpdate: false)
            ?? WarmThroughputRules.Validate(request.WarmThroughput, null, request.ProvisionedThroughput, "table");
        foreach (var index in request.GlobalSecondaryIndexes ?? [])
        {
            error ??= OnDemandThroughputRules.Validate(index.OnDemandThroughput, billingMode, $"index {index.IndexName}", isUpdate: false)
                ?? WarmThroughputRules.Validate(index.WarmThroughput, null, index.ProvisionedThroughput, $"index {index.IndexName}");
        }

        return error;
    }

    private static ServiceError? ValidateDefinitions(CreateTableRequest request)
        => DefinitionRules.Validate(request.AttributeDefinitions!); // required by ValidateConstraints

    private static ServiceError? ValidateTableKey(CreateTableRequest request)
    {
        var schema = request.KeySchema!; // required by ValidateConstraints
        if (request.AttributeDefinitions!.Count < schema.Count && KeySchemaRules.HasSameNames(schema))
        {
            // One definition for both: the second is what is missed.
            return ServiceError.Validation(CreateTableTexts.KeyWithoutDefinition);
        }

        if (!KeySchemaRules.AllDefined(schema, request.AttributeDefinitions!))
        {
            // The service names the attributes only where the schema has a single one.
            return schema.Count == 1 && request.AttributeDefinitions!.Count > 0
                ? KeySchemaRules.NotDefined(schema, request)
                : ServiceError.Validation(CreateTableTexts.KeyWithoutDefinition);
        }

        if (KeySchemaRules.ValidateSimple(schema) is { } error)
        {
            return error;
        }

        var hasIndexes = request.LocalSecondaryIndexes is not null || request.GlobalSecondaryIndexes is not null;
        return hasIndexes || request.AttributeDefinitions!.Count == schema.Count ? null : ServiceError.Validation(CreateTableTexts.AttributeCountMismatch);
    }

    private static ServiceError? ValidateDefinitionsAreUsed(CreateTableRequest request)
    {
        var schemas = new[] { request.KeySchema! }
            .Concat((request.LocalSecondaryIndexes ?? []).Select(static index => index.KeySchema))
            .Concat((request.GlobalSecondaryIndexes ?? []).Select(static index => index.KeySchema));
        return DefinitionRules.ValidateUsed(request.AttributeDefinitions!, schemas);
    }
}
