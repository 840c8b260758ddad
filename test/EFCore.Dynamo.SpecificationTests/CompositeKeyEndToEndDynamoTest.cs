namespace EFCore.Dynamo.SpecificationTests;

public class CompositeKeyEndToEndDynamoTest(CompositeKeyEndToEndDynamoTest.CompositeKeyEndToEndDynamoFixture fixture) : CompositeKeyEndToEndTestBase<CompositeKeyEndToEndDynamoTest.CompositeKeyEndToEndDynamoFixture>(fixture)
{
    public class CompositeKeyEndToEndDynamoFixture : CompositeKeyEndToEndFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
