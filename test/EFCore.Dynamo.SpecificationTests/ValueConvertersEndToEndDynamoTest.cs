namespace EFCore.Dynamo.SpecificationTests;

public class ValueConvertersEndToEndDynamoTest(ValueConvertersEndToEndDynamoTest.ValueConvertersEndToEndDynamoFixture fixture) : ValueConvertersEndToEndTestBase<ValueConvertersEndToEndDynamoTest.ValueConvertersEndToEndDynamoFixture>(fixture)
{
    public class ValueConvertersEndToEndDynamoFixture : ValueConvertersEndToEndFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
