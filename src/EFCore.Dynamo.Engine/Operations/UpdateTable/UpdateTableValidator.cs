using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Tables;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.UpdateTable;

/// <summary>The rules of UpdateTable that need no table.</summary>
internal static class UpdateTableValidator
{
    public static ServiceError? Validate(UpdateTableRequest request)
        => ResourceNameRules.ValidateTableName(request.TableName)
        ?? ValidateConstraints(request)
        ?? (IsEmpty(request) ? ServiceError.Validation(UpdateTableTexts.NothingToUpdate) : null)
        ?? ValidateThroughput(request)
        ?? (request.AttributeDefinitions is { } definitions ? DefinitionRules.Validate(definitions) : null)
        ?? StreamSwitch.Validate(request.StreamSpecification, isCreation: false)
        ?? EncryptionRules.Validate(request.SseSpecification)
        ?? ValidateIndexUpdates(request);

    private static ServiceError? ValidateConstraints(UpdateTableRequest request)
    {
        var errors = new ConstraintErrors(request.Findings);
        TableConstraints.RequireDefinitions(ref errors, request.AttributeDefinitions);
        TableConstraints.RequireThroughput(ref errors, request.ProvisionedThroughput, "provisionedThroughput");
        for (var i = 0; i < request.GlobalSecondaryIndexUpdates?.Count; i++)
        {
            if (request.GlobalSecondaryIndexUpdates[i] is { } update)
            {
                RequireUpdate(ref errors, update, $"globalSecondaryIndexUpdates.{i + 1}.member.");
            }
        }

        return errors.ToError();
    }

    private static void RequireUpdate(ref ConstraintErrors errors, GlobalSecondaryIndexUpdate update, string path)
    {
        if (update.Update is { } change)
        {
            TableConstraints.RequireIndexName(ref errors, change.IndexName, path + "update.indexName");
            TableConstraints.RequireThroughput(ref errors, change.ProvisionedThroughput, path + "update.provisionedThroughput");
        }

        if (update.Create is { } creation)
        {
            TableConstraints.RequireIndexName(ref errors, creation.IndexName, path + "create.indexName");
            TableConstraints.RequireKeySchema(ref errors, creation.KeySchema, int.MaxValue, path + "create.keySchema");
            TableConstraints.RequireProjection(ref errors, creation.Projection, path + "create.projection");
            TableConstraints.RequireThroughput(ref errors, creation.ProvisionedThroughput, path + "create.provisionedThroughput");
        }

        if (update.Delete is { } deletion)
        {
            TableConstraints.RequireIndexName(ref errors, deletion.IndexName, path + "delete.indexName");
        }
    }

    private static bool IsEmpty(UpdateTableRequest request) => request is
    {
        BillingMode: null,
        ProvisionedThroughput: null,
        GlobalSecondaryIndexUpdates: null or { Count: 0 },
        StreamSpecification: null,
        SseSpecification: null,
        TableClass: null,
        DeletionProtectionEnabled: null,
        OnDemandThroughput: null,
        WarmThroughput: null,
    };

    private static ServiceError? ValidateThroughput(UpdateTableRequest request)
    {
        if (request.ProvisionedThroughput is not { } throughput)
        {
            return request.BillingMode == BillingMode.Provisioned ? ServiceError.Validation(UpdateTableTexts.ThroughputRequired) : null;
        }

        return request.BillingMode == BillingMode.PayPerRequest
            ? ServiceError.Validation(CreateTableTexts.ThroughputWithOnDemand)
            : ThroughputRules.ValidateBounds(throughput);
    }

    private static ServiceError? ValidateIndexUpdates(UpdateTableRequest request)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var onlineCount = 0;
        foreach (var update in request.GlobalSecondaryIndexUpdates ?? [])
        {
            var count = (update?.Update is null ? 0 : 1) + (update?.Create is null ? 0 : 1) + (update?.Delete is null ? 0 : 1);
            if (count != 1)
            {
                return ServiceError.Validation(count == 0 ? UpdateTableTexts.IndexUpdateEmpty : UpdateTableTexts.IndexUpdateAmbiguous);
            }

            var name = (update!.Update?.IndexName ?? update.Create?.IndexName ?? update.Delete?.IndexName)!; // counted and required above
            if (!names.Add(name))
            {
                return ServiceError.Validation(UpdateTableTexts.SameIndexTwice(name));
            }

            if ((update.Update?.ProvisionedThroughput ?? update.Create?.ProvisionedThroughput) is { } throughput
                && ThroughputRules.ValidateBounds(throughput, name) is { } error)
            {
                return error;
            }

            if (update.Create is { } creation && ValidateCreation(creation, request) is { } creationError)
            {
                return creationError;
            }

            onlineCount += update.Update is null ? 1 : 0;
        }

        return onlineCount > 1 ? ServiceError.LimitExceeded(UpdateTableTexts.OneIndexAtATime) : null;
    }

    private static ServiceError? ValidateCreation(CreateGlobalSecondaryIndexAction creation, UpdateTableRequest request)
    {
        // The definitions of all key attributes must be in the request, also of those that the table has.
        var schema = creation.KeySchema!; // required by ValidateConstraints
        if (!KeySchemaRules.AllDefined(schema, request.AttributeDefinitions ?? []))
        {
            return ServiceError.Validation(CreateTableTexts.KeyWithoutDefinition);
        }

        return KeySchemaRules.ValidateMultiAttribute(schema)
            ?? SecondaryIndexValidator.ValidateProjection(creation.Projection!); // required by ValidateConstraints
    }
}
