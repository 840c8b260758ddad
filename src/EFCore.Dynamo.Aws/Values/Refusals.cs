using System.Collections;
using System.Reflection;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Values;

/// <summary>Members of SDK requests that belong to parts of the service that are not here: refused by name, never dropped.</summary>
internal static class Refusals
{
    // The oldest SDK that this assembly runs with has no such member.
    private static readonly PropertyInfo? DisassociationProtection = typeof(Model.UpdateTableRequest).GetProperty("DisassociationProtectionEnabled");

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
        ThrowIfSet(DisassociationProtection?.GetValue(request), "DisassociationProtectionEnabled");
    }

    /// <summary>A transaction's elements take expressions only: the SDK's types have no place for the legacy members of a single write.</summary>
    public static void ThrowIfLegacy(PutItemRequest part) => ThrowIfLegacy(part.Expected, part.ConditionalOperator);

    /// <inheritdoc cref="ThrowIfLegacy(PutItemRequest)" />
    public static void ThrowIfLegacy(DeleteItemRequest part) => ThrowIfLegacy(part.Expected, part.ConditionalOperator);

    /// <inheritdoc cref="ThrowIfLegacy(PutItemRequest)" />
    public static void ThrowIfLegacy(UpdateItemRequest part)
    {
        ThrowIfInTransaction(part.AttributeUpdates, nameof(part.AttributeUpdates));
        ThrowIfLegacy(part.Expected, part.ConditionalOperator);
    }

    private static void ThrowIfLegacy(object? expected, ConditionalOperator? conditionalOperator)
    {
        ThrowIfInTransaction(expected, nameof(PutItemRequest.Expected));
        ThrowIfInTransaction(conditionalOperator, nameof(PutItemRequest.ConditionalOperator));
    }

    private static void ThrowIfInTransaction(object? value, string name)
    {
        if (value is not null)
        {
            throw new DynamoValidationException($"{name} cannot be used in TransactWriteItems: its elements take expressions only");
        }
    }

    private static void ThrowIfPresent(ICollection? value, string name) => ThrowIfSet(Collections.IsAbsent(value) ? null : value, name);

    private static void ThrowIfSet(object? value, string name)
    {
        if (value is not null)
        {
            throw new DynamoValidationException($"The parameter {name} is not supported by this server yet");
        }
    }
}
