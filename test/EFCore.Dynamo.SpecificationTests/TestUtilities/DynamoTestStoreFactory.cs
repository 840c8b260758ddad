using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EFCore.Dynamo.SpecificationTests.TestUtilities;

/// <summary>What EF's fixtures ask for stores and services.</summary>
public sealed class DynamoTestStoreFactory : ITestStoreFactory
{
    private DynamoTestStoreFactory()
    {
    }

    /// <summary>The factory.</summary>
    public static DynamoTestStoreFactory Instance { get; } = new();

    /// <inheritdoc />
    public TestStore Create(string storeName) => new DynamoTestStore(storeName, shared: false);

    /// <inheritdoc />
    public TestStore GetOrCreate(string storeName) => new DynamoTestStore(storeName, shared: true);

    /// <inheritdoc />
    public IServiceCollection AddProviderServices(IServiceCollection serviceCollection)
    {
        serviceCollection.AddEntityFrameworkDynamo()
            .Replace(ServiceDescriptor.Scoped<IDbContextTransactionManager, SnapshotTransactionManager>())
            .TryAddEnumerable(ServiceDescriptor.Scoped<IConventionSetPlugin, AdvisedConfigurationPlugin>());
        return serviceCollection;
    }

    /// <inheritdoc />
    public ListLoggerFactory CreateListLoggerFactory(Func<string, bool> shouldLogCategory) => new(shouldLogCategory);
}
