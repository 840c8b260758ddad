using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class FunkyDataQueryDynamoTest(FunkyDataQueryDynamoTest.FunkyDataQueryDynamoFixture fixture) : FunkyDataQueryTestBase<FunkyDataQueryDynamoTest.FunkyDataQueryDynamoFixture>(fixture)
{
    public class FunkyDataQueryDynamoFixture : FunkyDataQueryFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
