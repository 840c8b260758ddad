using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class PrimitiveCollectionsQueryDynamoTest(PrimitiveCollectionsQueryDynamoTest.PrimitiveCollectionsQueryDynamoFixture fixture) : PrimitiveCollectionsQueryTestBase<PrimitiveCollectionsQueryDynamoTest.PrimitiveCollectionsQueryDynamoFixture>(fixture)
{
    public class PrimitiveCollectionsQueryDynamoFixture : PrimitiveCollectionsQueryFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
