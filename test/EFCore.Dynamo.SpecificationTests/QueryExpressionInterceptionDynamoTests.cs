using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace EFCore.Dynamo.SpecificationTests;

public abstract class QueryExpressionInterceptionDynamoTestBase(QueryExpressionInterceptionDynamoTestBase.InterceptionDynamoFixtureBase fixture) : QueryExpressionInterceptionTestBase(fixture)
{
    public abstract class InterceptionDynamoFixtureBase : InterceptionFixtureBase
    {
        /// <inheritdoc />
        protected override string StoreName => "QueryExpressionInterception";

        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

        /// <inheritdoc />
        protected override IServiceCollection InjectInterceptors(IServiceCollection serviceCollection, IEnumerable<IInterceptor> injectedInterceptors)
            => base.InjectInterceptors(DynamoTestStoreFactory.Instance.AddProviderServices(serviceCollection), injectedInterceptors);
    }
}

public class QueryExpressionInterceptionDynamoTest(QueryExpressionInterceptionDynamoTest.InterceptionDynamoFixture fixture) : QueryExpressionInterceptionDynamoTestBase(fixture), IClassFixture<QueryExpressionInterceptionDynamoTest.InterceptionDynamoFixture>
{
    public class InterceptionDynamoFixture : InterceptionDynamoFixtureBase
    {
        /// <inheritdoc />
        protected override bool ShouldSubscribeToDiagnosticListener => false;
    }
}

public class QueryExpressionInterceptionWithDiagnosticsDynamoTest(QueryExpressionInterceptionWithDiagnosticsDynamoTest.InterceptionDynamoFixture fixture) : QueryExpressionInterceptionDynamoTestBase(fixture), IClassFixture<QueryExpressionInterceptionWithDiagnosticsDynamoTest.InterceptionDynamoFixture>
{
    public class InterceptionDynamoFixture : InterceptionDynamoFixtureBase
    {
        /// <inheritdoc />
        protected override bool ShouldSubscribeToDiagnosticListener => true;
    }
}
