using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class ComplexTypeQueryDynamoTest(ComplexTypeQueryDynamoTest.ComplexTypeQueryDynamoFixture fixture) : ComplexTypeQueryTestBase<ComplexTypeQueryDynamoTest.ComplexTypeQueryDynamoFixture>(fixture)
{
    public class ComplexTypeQueryDynamoFixture : ComplexTypeQueryFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
