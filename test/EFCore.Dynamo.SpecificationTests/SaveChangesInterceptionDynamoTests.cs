using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace EFCore.Dynamo.SpecificationTests;

public abstract class SaveChangesInterceptionDynamoTestBase(SaveChangesInterceptionDynamoTestBase.InterceptionDynamoFixtureBase fixture) : SaveChangesInterceptionTestBase(fixture)
{
    public abstract class InterceptionDynamoFixtureBase : InterceptionFixtureBase
    {
        /// <inheritdoc />
        protected override string StoreName => "SaveChangesInterception";

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

        /// <inheritdoc />
        protected override IServiceCollection InjectInterceptors(IServiceCollection serviceCollection, IEnumerable<IInterceptor> injectedInterceptors)
            => base.InjectInterceptors(DynamoTestStoreFactory.Instance.AddProviderServices(serviceCollection), injectedInterceptors);
    }
}

public class SaveChangesInterceptionDynamoTest(SaveChangesInterceptionDynamoTest.InterceptionDynamoFixture fixture) : SaveChangesInterceptionDynamoTestBase(fixture), IClassFixture<SaveChangesInterceptionDynamoTest.InterceptionDynamoFixture>
{
    public class InterceptionDynamoFixture : InterceptionDynamoFixtureBase
    {
        /// <inheritdoc />
        protected override bool ShouldSubscribeToDiagnosticListener => false;
    }
}

public class SaveChangesInterceptionWithDiagnosticsDynamoTest(SaveChangesInterceptionWithDiagnosticsDynamoTest.InterceptionDynamoFixture fixture) : SaveChangesInterceptionDynamoTestBase(fixture), IClassFixture<SaveChangesInterceptionWithDiagnosticsDynamoTest.InterceptionDynamoFixture>
{
    public class InterceptionDynamoFixture : InterceptionDynamoFixtureBase
    {
        /// <inheritdoc />
        protected override bool ShouldSubscribeToDiagnosticListener => true;
    }
}
