namespace EFCore.Dynamo.SpecificationTests;

public class LoadDynamoTest(LoadDynamoTest.LoadDynamoFixture fixture) : LoadTestBase<LoadDynamoTest.LoadDynamoFixture>(fixture)
{
    public class LoadDynamoFixture : LoadFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
