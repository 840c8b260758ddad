using Microsoft.Extensions.DependencyInjection;
using System.Reflection;

namespace EFCore.Dynamo.SpecificationTests;

public class ApiConsistencyDynamoTest(ApiConsistencyDynamoTest.ApiConsistencyDynamoFixture fixture)
    : ApiConsistencyTestBase<ApiConsistencyDynamoTest.ApiConsistencyDynamoFixture>(fixture)
{
    /// <inheritdoc />
    protected override Assembly TargetAssembly => typeof(DynamoDbContextOptionsExtensions).Assembly;

    /// <inheritdoc />
    protected override void AddServices(ServiceCollection serviceCollection) => serviceCollection.AddEntityFrameworkDynamo();

    public class ApiConsistencyDynamoFixture : ApiConsistencyFixtureBase
    {
        /// <inheritdoc />
        public override HashSet<Type> FluentApiTypes { get; }
            = [typeof(DynamoServiceCollectionExtensions), typeof(DynamoDbContextOptionsExtensions), typeof(Infrastructure.DynamoDbContextOptionsBuilder)];
    }
}
