using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class GearsOfWarQueryDynamoTest(GearsOfWarQueryDynamoTest.GearsOfWarQueryDynamoFixture fixture) : GearsOfWarQueryTestBase<GearsOfWarQueryDynamoTest.GearsOfWarQueryDynamoFixture>(fixture)
{
    public class GearsOfWarQueryDynamoFixture : GearsOfWarQueryFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
