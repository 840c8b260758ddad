using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Validation.Tables;

/// <summary>The rules of the secondary indexes in CreateTable.</summary>
internal static class SecondaryIndexValidator
{
    private const int MaxLocalIndexes = 5;

    public const int MaxGlobalIndexes = 20;
    public const int MaxProjectedAttributes = 100;

    public static ServiceError? ValidateLocal(CreateTableRequest request)
    {
        if (request.LocalSecondaryIndexes is not { } indexes)
        {
            return null;
        }

        if (indexes.Count == 0)
        {
            return ServiceError.Validation(CreateTableTexts.LocalIndexListEmpty);
        }

        if (request.KeySchema!.Count < 2)
        {
            return ServiceError.Validation(CreateTableTexts.LocalIndexNeedsSortKey);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var index in indexes)
        {
            if (ValidateLocal(index, request) is { } error)
            {
                return error;
            }

            if (!names.Add(index.IndexName))
            {
                return ServiceError.Validation(CreateTableTexts.DuplicateIndex(index.IndexName));
            }
        }

        return indexes.Count > MaxLocalIndexes ? ServiceError.Validation(CreateTableTexts.TooManyLocalIndexes) : null;
    }

    public static ServiceError? ValidateGlobal(CreateTableRequest request)
    {
        if (request.GlobalSecondaryIndexes is not { } indexes)
        {
            return null;
        }

        if (indexes.Count == 0)
        {
            return ServiceError.Validation(CreateTableTexts.GlobalIndexListEmpty);
        }

        var names = new HashSet<string>((request.LocalSecondaryIndexes ?? []).Select(static index => index.IndexName), StringComparer.Ordinal);
        foreach (var index in indexes)
        {
            if (ValidateGlobal(index, request) is { } error)
            {
                return error;
            }

            if (!names.Add(index.IndexName))
            {
                return ServiceError.Validation(CreateTableTexts.DuplicateIndex(index.IndexName));
            }
        }

        if (indexes.Count > MaxGlobalIndexes)
        {
            return ServiceError.Validation(CreateTableTexts.TooManyGlobalIndexes);
        }

        return CountProjectedAttributes(request) > MaxProjectedAttributes ? ServiceError.Validation(CreateTableTexts.TooManyProjectedAttributes) : null;
    }

    private static ServiceError? ValidateLocal(LocalSecondaryIndex index, CreateTableRequest request)
    {
        if (!KeySchemaRules.AllDefined(index.KeySchema, request.AttributeDefinitions!))
        {
            return KeySchemaRules.NotDefined(index.KeySchema, request);
        }

        if (KeySchemaRules.ValidateSimple(index.KeySchema) is { } error)
        {
            return error;
        }

        var tableKey = request.KeySchema![0].AttributeName;
        var indexKey = index.KeySchema[0].AttributeName;
        if (!string.Equals(indexKey, tableKey, StringComparison.Ordinal))
        {
            return ServiceError.Validation(CreateTableTexts.LocalIndexHasOtherPartitionKey(index.IndexName, indexKey, tableKey));
        }

        return index.KeySchema.Count < 2
            ? ServiceError.Validation(CreateTableTexts.LocalIndexHasNoSortKey(index.IndexName))
            : ValidateProjection(index.Projection);
    }

    private static ServiceError? ValidateGlobal(GlobalSecondaryIndex index, CreateTableRequest request)
    {
        if (!KeySchemaRules.AllDefined(index.KeySchema, request.AttributeDefinitions!))
        {
            return KeySchemaRules.NotDefined(index.KeySchema, request);
        }

        if (KeySchemaRules.ValidateMultiAttribute(index.KeySchema) is { } schemaError)
        {
            return schemaError;
        }

        if (ValidateProjection(index.Projection) is { } projectionError)
        {
            return projectionError;
        }

        if (index.ProvisionedThroughput is { } throughput && ThroughputRules.ValidateBounds(throughput, index.IndexName) is { } boundsError)
        {
            return boundsError;
        }

        if (request.BillingMode == BillingMode.PayPerRequest)
        {
            return index.ProvisionedThroughput is null ? null : ServiceError.Validation(CreateTableTexts.IndexThroughputWithOnDemand(index.IndexName));
        }

        return index.ProvisionedThroughput is null ? ServiceError.Validation(CreateTableTexts.IndexThroughputRequired(index.IndexName)) : null;
    }

    /// <summary>Which attributes an index may be told to hold.</summary>
    public static ServiceError? ValidateProjection(Projection projection) => projection.ProjectionType switch
    {
        ProjectionType.Include => ValidateNonKeyAttributes(projection.NonKeyAttributes),
        ProjectionType.All or ProjectionType.KeysOnly
            => projection.NonKeyAttributes is null ? null : ServiceError.Validation(CreateTableTexts.NonKeyAttributesNotAllowed(projection.ProjectionType)),
        _ => ServiceError.Validation(CreateTableTexts.UnknownProjection), // what a request without one is read as
    };

    private static ServiceError? ValidateNonKeyAttributes(IReadOnlyList<string>? names)
    {
        if (names is null)
        {
            return ServiceError.Validation(CreateTableTexts.NonKeyAttributesMissing);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name))
            {
                return ServiceError.Validation(CreateTableTexts.DuplicateNonKeyAttribute(name));
            }
        }

        return null;
    }

    private static int CountProjectedAttributes(CreateTableRequest request)
        => (request.LocalSecondaryIndexes ?? []).Sum(static index => index.Projection.NonKeyAttributes?.Count ?? 0)
        + (request.GlobalSecondaryIndexes ?? []).Sum(static index => index.Projection.NonKeyAttributes?.Count ?? 0);
}
