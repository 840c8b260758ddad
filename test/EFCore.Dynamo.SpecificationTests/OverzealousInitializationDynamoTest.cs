namespace EFCore.Dynamo.SpecificationTests;

public class OverzealousInitializationDynamoTest(OverzealousInitializationDynamoTest.OverzealousInitializationDynamoFixture fixture) : OverzealousInitializationTestBase<OverzealousInitializationDynamoTest.OverzealousInitializationDynamoFixture>(fixture)
{
    public class OverzealousInitializationDynamoFixture : OverzealousInitializationFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
