using Microsoft.Extensions.DependencyInjection;

namespace EFCore.Dynamo.SpecificationTests;

public abstract class ProxyGraphUpdatesDynamoTest
{
    public class LazyLoading(LazyLoading.ProxyGraphUpdatesDynamoFixture fixture) : ProxyGraphUpdatesTestBase<LazyLoading.ProxyGraphUpdatesDynamoFixture>(fixture)
    {
        /// <inheritdoc />
        protected override bool DoesLazyLoading => true;

        /// <inheritdoc />
        protected override bool DoesChangeTracking => false;

        public class ProxyGraphUpdatesDynamoFixture : ProxyGraphUpdatesFixtureBase
        {
            /// <inheritdoc />
            protected override string StoreName => "ProxyGraphLazyLoadingUpdates";

            /// <inheritdoc />
            protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

            /// <inheritdoc />
            public override DbContextOptionsBuilder AddOptions(DbContextOptionsBuilder builder) => base.AddOptions(builder.UseLazyLoadingProxies());

            /// <inheritdoc />
            protected override IServiceCollection AddServices(IServiceCollection serviceCollection)
                => base.AddServices(serviceCollection.AddEntityFrameworkProxies());
        }
    }

    public class ChangeTracking(ChangeTracking.ProxyGraphUpdatesDynamoFixture fixture) : ProxyGraphUpdatesTestBase<ChangeTracking.ProxyGraphUpdatesDynamoFixture>(fixture)
    {
        /// <inheritdoc />
        protected override bool DoesLazyLoading => false;

        /// <inheritdoc />
        protected override bool DoesChangeTracking => true;

        public class ProxyGraphUpdatesDynamoFixture : ProxyGraphUpdatesFixtureBase
        {
            /// <inheritdoc />
            protected override string StoreName => "ProxyGraphChangeTrackingUpdates";

            /// <inheritdoc />
            protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

            /// <inheritdoc />
            public override DbContextOptionsBuilder AddOptions(DbContextOptionsBuilder builder) => base.AddOptions(builder.UseChangeTrackingProxies());

            /// <inheritdoc />
            protected override IServiceCollection AddServices(IServiceCollection serviceCollection)
                => base.AddServices(serviceCollection.AddEntityFrameworkProxies());
        }
    }

    public class ChangeTrackingAndLazyLoading(ChangeTrackingAndLazyLoading.ProxyGraphUpdatesDynamoFixture fixture) : ProxyGraphUpdatesTestBase<ChangeTrackingAndLazyLoading.ProxyGraphUpdatesDynamoFixture>(fixture)
    {
        /// <inheritdoc />
        protected override bool DoesLazyLoading => true;

        /// <inheritdoc />
        protected override bool DoesChangeTracking => true;

        public class ProxyGraphUpdatesDynamoFixture : ProxyGraphUpdatesFixtureBase
        {
            /// <inheritdoc />
            protected override string StoreName => "ProxyGraphChangeTrackingAndLazyLoadingUpdates";

            /// <inheritdoc />
            protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

            /// <inheritdoc />
            public override DbContextOptionsBuilder AddOptions(DbContextOptionsBuilder builder) => base.AddOptions(builder.UseLazyLoadingProxies().UseChangeTrackingProxies());

            /// <inheritdoc />
            protected override IServiceCollection AddServices(IServiceCollection serviceCollection)
                => base.AddServices(serviceCollection.AddEntityFrameworkProxies());
        }
    }
}
