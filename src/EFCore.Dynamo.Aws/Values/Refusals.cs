using System.Collections;
using EFCore.Dynamo.Errors;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws;

/// <summary>Members of SDK requests that belong to parts of the service that are not here: refused by name, never dropped.</summary>
internal static class Refusals
{
    public static void ThrowIfSet(Model.CreateTableRequest request)
    {
        ThrowIfSet(request.GlobalTableSourceArn, nameof(request.GlobalTableSourceArn));
        ThrowIfSet(request.GlobalTableSettingsReplicationMode, nameof(request.GlobalTableSettingsReplicationMode));
        ThrowIfPresent(request.VectorIndexes, nameof(request.VectorIndexes));
    }

    public static void ThrowIfSet(Model.UpdateTableRequest request)
    {
        ThrowIfPresent(request.ReplicaUpdates, nameof(request.ReplicaUpdates));
        ThrowIfPresent(request.GlobalTableWitnessUpdates, nameof(request.GlobalTableWitnessUpdates));
        ThrowIfSet(request.MultiRegionConsistency, nameof(request.MultiRegionConsistency));
        ThrowIfPresent(request.VectorIndexUpdates, nameof(request.VectorIndexUpdates));
        ThrowIfSet(request.GlobalTableSettingsReplicationMode, nameof(request.GlobalTableSettingsReplicationMode));
    }

    public static void ThrowIfSet(Model.GetItemRequest request)
    {
        ThrowIfPresent(request.AttributesToGet, nameof(request.AttributesToGet));
    }

    public static void ThrowIfSet(Model.PutItemRequest request)
    {
        ThrowIfPresent(request.Expected, nameof(request.Expected));
        ThrowIfSet(request.ConditionalOperator, nameof(request.ConditionalOperator));
    }

    public static void ThrowIfSet(Model.UpdateItemRequest request)
    {
        ThrowIfPresent(request.AttributeUpdates, nameof(request.AttributeUpdates));
        ThrowIfPresent(request.Expected, nameof(request.Expected));
        ThrowIfSet(request.ConditionalOperator, nameof(request.ConditionalOperator));
    }

    public static void ThrowIfSet(Model.DeleteItemRequest request)
    {
        ThrowIfPresent(request.Expected, nameof(request.Expected));
        ThrowIfSet(request.ConditionalOperator, nameof(request.ConditionalOperator));
    }

    public static void ThrowIfSet(Model.QueryRequest request)
    {
        ThrowIfPresent(request.AttributesToGet, nameof(request.AttributesToGet));
        ThrowIfSet(request.ConditionalOperator, nameof(request.ConditionalOperator));
        ThrowIfPresent(request.KeyConditions, nameof(request.KeyConditions));
        ThrowIfPresent(request.QueryFilter, nameof(request.QueryFilter));
    }

    public static void ThrowIfSet(Model.ScanRequest request)
    {
        ThrowIfPresent(request.AttributesToGet, nameof(request.AttributesToGet));
        ThrowIfSet(request.ConditionalOperator, nameof(request.ConditionalOperator));
        ThrowIfPresent(request.ScanFilter, nameof(request.ScanFilter));
    }

    public static void ThrowIfSet(Model.KeysAndAttributes keys) => ThrowIfPresent(keys.AttributesToGet, nameof(keys.AttributesToGet));

    private static void ThrowIfPresent(ICollection? value, string name) => ThrowIfSet(Collections.IsAbsent(value) ? null : value, name);

    private static void ThrowIfSet(object? value, string name)
    {
        if (value is not null)
            throw new DynamoValidationException($"The parameter {name} is not supported by this server yet");
    }
}
