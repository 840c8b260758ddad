namespace EFCore.Dynamo.SpecificationTests;

public class StoreGeneratedDynamoTest(StoreGeneratedDynamoTest.StoreGeneratedDynamoFixture fixture) : StoreGeneratedTestBase<StoreGeneratedDynamoTest.StoreGeneratedDynamoFixture>(fixture)
{
    public class StoreGeneratedDynamoFixture : StoreGeneratedFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

        /// <inheritdoc />
        protected override string StoreName => "StoreGenerated";
    }
}
