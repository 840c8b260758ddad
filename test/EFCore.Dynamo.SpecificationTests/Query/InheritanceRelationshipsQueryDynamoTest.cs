using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class InheritanceRelationshipsQueryDynamoTest(InheritanceRelationshipsQueryDynamoTest.InheritanceRelationshipsQueryDynamoFixture fixture) : InheritanceRelationshipsQueryTestBase<InheritanceRelationshipsQueryDynamoTest.InheritanceRelationshipsQueryDynamoFixture>(fixture)
{
    public class InheritanceRelationshipsQueryDynamoFixture : InheritanceRelationshipsQueryFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
