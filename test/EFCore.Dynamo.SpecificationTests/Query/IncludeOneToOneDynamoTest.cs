using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class IncludeOneToOneDynamoTest(IncludeOneToOneDynamoTest.IncludeOneToOneDynamoFixture fixture) : IncludeOneToOneTestBase<IncludeOneToOneDynamoTest.IncludeOneToOneDynamoFixture>(fixture)
{
    public class IncludeOneToOneDynamoFixture : OneToOneQueryFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
