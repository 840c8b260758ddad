using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class QueryFilterFuncletizationDynamoTest(QueryFilterFuncletizationDynamoTest.QueryFilterFuncletizationDynamoFixture fixture) : QueryFilterFuncletizationTestBase<QueryFilterFuncletizationDynamoTest.QueryFilterFuncletizationDynamoFixture>(fixture)
{
    public class QueryFilterFuncletizationDynamoFixture : QueryFilterFuncletizationFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
