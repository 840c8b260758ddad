using System.Collections.Concurrent;
using EFCore.Dynamo.Query.Linq;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.ChangeTracking;

/// <summary>Creates the finders of <c>Find</c>, <c>Reload</c> and <c>GetDatabaseValues</c>.</summary>
internal sealed class DynamoEntityFinderSource : IEntityFinderSource
{
    private readonly ConcurrentDictionary<Type, FinderFactory> _factories = new();

    private delegate IEntityFinder FinderFactory(IStateManager stateManager, IDbSetSource setSource, IDbSetCache setCache, IEntityType entityType);

    /// <inheritdoc />
    public IEntityFinder Create(IStateManager stateManager, IDbSetSource setSource, IDbSetCache setCache, IEntityType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return _factories.GetOrAdd(type.ClrType, CreateFactory)(stateManager, setSource, setCache, type);
    }

    // Once a CLR type and process.
    private static FinderFactory CreateFactory(Type entityClrType)
        => (FinderFactory)Reflected.Method(typeof(DynamoEntityFinder<>).MakeGenericType(entityClrType), nameof(DynamoEntityFinder<>.Create))
            .CreateDelegate(typeof(FinderFactory));
}
