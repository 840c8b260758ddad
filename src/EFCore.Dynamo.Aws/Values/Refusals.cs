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
        ThrowIfSet(Collections.IsAbsent(request.VectorIndexes) ? null : request.VectorIndexes, nameof(request.VectorIndexes));
    }

    public static void ThrowIfSet(Model.UpdateTableRequest request)
    {
        ThrowIfSet(Collections.IsAbsent(request.ReplicaUpdates) ? null : request.ReplicaUpdates, nameof(request.ReplicaUpdates));
        ThrowIfSet(Collections.IsAbsent(request.GlobalTableWitnessUpdates) ? null : request.GlobalTableWitnessUpdates, nameof(request.GlobalTableWitnessUpdates));
        ThrowIfSet(request.MultiRegionConsistency, nameof(request.MultiRegionConsistency));
        ThrowIfSet(request.GlobalTableSettingsReplicationMode, nameof(request.GlobalTableSettingsReplicationMode));
    }

    private static void ThrowIfSet(object? value, string name)
    {
        if (value is not null)
            throw new DynamoValidationException($"The parameter {name} is not supported by this server yet");
    }
}
