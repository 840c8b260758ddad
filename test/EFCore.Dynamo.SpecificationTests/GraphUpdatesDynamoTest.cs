namespace EFCore.Dynamo.SpecificationTests;

public class GraphUpdatesDynamoTest(GraphUpdatesDynamoTest.GraphUpdatesDynamoFixture fixture) : GraphUpdatesTestBase<GraphUpdatesDynamoTest.GraphUpdatesDynamoFixture>(fixture)
{
    public class GraphUpdatesDynamoFixture : GraphUpdatesFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

        /// <inheritdoc />
        protected override string StoreName => "GraphUpdates";
    }
}
