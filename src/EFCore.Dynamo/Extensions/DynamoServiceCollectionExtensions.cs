using EFCore.Dynamo.ChangeTracking;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Update;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The provider's services.</summary>
public static class DynamoServiceCollectionExtensions
{
    /// <summary>Adds what the provider replaces of EF's services. Needed only by applications that build EF's internal service provider themselves.</summary>
    public static IServiceCollection AddEntityFrameworkDynamo(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        // The table of contents of the provider: each of EF's services that is ours, by area.
        var builder = new EntityFrameworkServicesBuilder(services)
            // Infrastructure
            .TryAdd<IDatabaseProvider, DatabaseProvider<DynamoOptionsExtension>>()
            .TryAdd<ISingletonOptions, IDynamoSingletonOptions>(provider => provider.GetRequiredService<IDynamoSingletonOptions>())

            // Update
            .TryAdd<IDatabase, DynamoDatabase>()

            // Change tracking
            .TryAdd<IEntityFinderSource, DynamoEntityFinderSource>()

            // Ours alone
            .TryAddProviderSpecificServices(ours => ours
                .TryAddSingleton<IDynamoSingletonOptions, DynamoSingletonOptions>()
                .TryAddScoped<FindClient, FindClient>());

        builder.TryAddCoreServices();
        return services;
    }
}
