using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class JsonQueryDynamoTest(JsonQueryDynamoTest.JsonQueryDynamoFixture fixture) : JsonQueryTestBase<JsonQueryDynamoTest.JsonQueryDynamoFixture>(fixture)
{
    public class JsonQueryDynamoFixture : JsonQueryFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
