using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class Ef6GroupByDynamoTest(Ef6GroupByDynamoTest.Ef6GroupByDynamoFixture fixture) : Ef6GroupByTestBase<Ef6GroupByDynamoTest.Ef6GroupByDynamoFixture>(fixture)
{
    public class Ef6GroupByDynamoFixture : Ef6GroupByFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
