using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class CompositeKeysQueryDynamoTest(CompositeKeysQueryDynamoTest.CompositeKeysQueryDynamoFixture fixture) : CompositeKeysQueryTestBase<CompositeKeysQueryDynamoTest.CompositeKeysQueryDynamoFixture>(fixture)
{
    public class CompositeKeysQueryDynamoFixture : CompositeKeysQueryFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
