namespace EFCore.Dynamo.SpecificationTests;

public class ConcurrencyDetectorEnabledDynamoTest(ConcurrencyDetectorEnabledDynamoTest.ConcurrencyDetectorEnabledDynamoFixture fixture) : ConcurrencyDetectorEnabledTestBase<ConcurrencyDetectorEnabledDynamoTest.ConcurrencyDetectorEnabledDynamoFixture>(fixture)
{
    public class ConcurrencyDetectorEnabledDynamoFixture : ConcurrencyDetectorFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
