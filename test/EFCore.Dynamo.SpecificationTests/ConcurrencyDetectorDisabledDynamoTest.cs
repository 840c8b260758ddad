namespace EFCore.Dynamo.SpecificationTests;

public class ConcurrencyDetectorDisabledDynamoTest(ConcurrencyDetectorDisabledDynamoTest.ConcurrencyDetectorDisabledDynamoFixture fixture) : ConcurrencyDetectorDisabledTestBase<ConcurrencyDetectorDisabledDynamoTest.ConcurrencyDetectorDisabledDynamoFixture>(fixture)
{
    public class ConcurrencyDetectorDisabledDynamoFixture : ConcurrencyDetectorFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

        /// <inheritdoc />
        public override DbContextOptionsBuilder AddOptions(DbContextOptionsBuilder builder) => builder.EnableThreadSafetyChecks(enableChecks: false);
    }
}
