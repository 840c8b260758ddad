namespace EFCore.Dynamo.SpecificationTests;

public class StoreGeneratedFixupDynamoTest(StoreGeneratedFixupDynamoTest.StoreGeneratedFixupDynamoFixture fixture) : StoreGeneratedFixupTestBase<StoreGeneratedFixupDynamoTest.StoreGeneratedFixupDynamoFixture>(fixture)
{
    /// <inheritdoc />
    protected override bool EnforcesFKs => false;

    public class StoreGeneratedFixupDynamoFixture : StoreGeneratedFixupFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
