using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Update;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.ChangeTracking;

/// <summary>EF's finder, with <c>Find</c> and <c>GetDatabaseValues</c> as one GetItem where the item's key is at hand.</summary>
/// <remarks>
///     A query filter, an auto-included navigation, a context that does not track or an EF key that is smaller than the item's key make <c>Find</c> a query
///     again, with all that queries do. EF creates a finder for each call.
/// </remarks>
internal sealed class DynamoEntityFinder<TEntity> : EntityFinder<TEntity>
    where TEntity : class
{
    private readonly IStateManager _stateManager;
    private readonly IEntityType _entityType;

    private DynamoEntityFinder(IStateManager stateManager, IDbSetSource setSource, IDbSetCache setCache, IEntityType entityType)
        : base(stateManager, setSource, setCache, entityType)
    {
        _stateManager = stateManager;
        _entityType = entityType;
    }

    /// <summary>Creates the finder.</summary>
    public static IEntityFinder Create(IStateManager stateManager, IDbSetSource setSource, IDbSetCache setCache, IEntityType entityType)
        => new DynamoEntityFinder<TEntity>(stateManager, setSource, setCache, entityType);

    /// <inheritdoc />
    public override TEntity? Find(object?[]? keyValues)
    {
        if (!TryGetFinder(keyValues, out var finder, out var client))
        {
            return base.Find(keyValues);
        }

        if (_stateManager.TryGetEntry(_entityType.FindPrimaryKey()!, keyValues!) is { } tracked) // TryGetFinder is false for null and without a key
        {
            return tracked.Entity as TEntity;
        }

        using var _ = client.EnterCriticalSection();
        var response = client.GetItem(CreateRequest(finder, client, keyValues!));
        return Track(finder, client, response);
    }

    /// <inheritdoc />
    public override ValueTask<TEntity?> FindAsync(object?[]? keyValues, CancellationToken cancellationToken = default)
    {
        if (!TryGetFinder(keyValues, out var finder, out var client))
        {
            return base.FindAsync(keyValues, cancellationToken);
        }

        if (_stateManager.TryGetEntry(_entityType.FindPrimaryKey()!, keyValues!) is { } tracked) // as in Find
        {
            return new ValueTask<TEntity?>(tracked.Entity as TEntity);
        }

        return FindItemAsync(finder, client, keyValues!, cancellationToken);
    }

    /// <inheritdoc />
    public override object[]? GetDatabaseValues(InternalEntityEntry entry)
    {
        var client = GetClient();
        using var _ = client.EnterCriticalSection();
        return ReadValues(client, entry, client.GetItem(CreateRequest(entry)));
    }

    /// <inheritdoc />
    public override async Task<object[]?> GetDatabaseValuesAsync(InternalEntityEntry entry, CancellationToken cancellationToken = default)
    {
        var client = GetClient();
        using var _ = client.EnterCriticalSection();
        return ReadValues(client, entry, await client.GetItemAsync(CreateRequest(entry), cancellationToken).ConfigureAwait(false));
    }

    private bool TryGetFinder(object?[]? keyValues, out ItemFinder finder, out FindClient client)
    {
        client = GetClient();
        finder = ItemFinder.Get(_entityType);
        return finder.CanFind
            && keyValues is not null
            && AreKeyValues(keyValues)
            && _stateManager.Context.ChangeTracker.QueryTrackingBehavior == QueryTrackingBehavior.TrackAll;
    }

    // Wrong values are left to EF, which says what is wrong with them.
    private bool AreKeyValues(object?[] keyValues)
    {
        var properties = _entityType.FindPrimaryKey()!.Properties; // CanFind is false without a key
        if (properties.Count != keyValues.Length)
        {
            return false;
        }

        for (var i = 0; i < keyValues.Length; i++)
        {
            var type = properties[i].ClrType;
            if (keyValues[i] is not { } value || (value.GetType() != type && value.GetType() != Nullable.GetUnderlyingType(type)))
            {
                return false;
            }
        }

        return true;
    }

    private static GetItemRequest CreateRequest(ItemFinder finder, FindClient client, object?[] keyValues)
        => new()
        {
            TableName = finder.TableName,
            Key = finder.CreateKey(keyValues!), // AreKeyValues is false for nulls
            ConsistentRead = client.ConsistentRead,
        };

    private static TEntity? Track(ItemFinder finder, FindClient client, GetItemResponse response)
        => response.Item is { } item ? finder.CreateTracked(client.CreateQueryContext(), item) as TEntity : null;

    private static async ValueTask<TEntity?> FindItemAsync(ItemFinder finder, FindClient client, object?[] keyValues, CancellationToken cancellationToken)
    {
        using var _ = client.EnterCriticalSection();
        return Track(finder, client, await client.GetItemAsync(CreateRequest(finder, client, keyValues), cancellationToken).ConfigureAwait(false));
    }

    private FindClient GetClient() => _stateManager.Context.GetService<FindClient>();

    // A tracked entity addresses its item also where EF's key is smaller than the item's; an owned one is in its owner's.
    private static GetItemRequest CreateRequest(InternalEntityEntry entry)
    {
        var root = OwnedChangeCollector.FindRoot(entry);
        var writer = EntityItemWriter.Get(root.EntityType);
        return new GetItemRequest
        {
            TableName = writer.TableName,
            Key = writer.CreateKey(root, original: root.EntityState != EntityState.Detached),
            ConsistentRead = true,
        };
    }

    // EF's array holds nulls in spite of its type.
    private static object[]? ReadValues(FindClient client, InternalEntityEntry entry, GetItemResponse response)
        => response.Item is { } item ? (object[]?)StoredValues.Read(client.CreateQueryContext(), entry, item)! : null;
}
