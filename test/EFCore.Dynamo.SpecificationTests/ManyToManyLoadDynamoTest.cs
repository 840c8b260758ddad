namespace EFCore.Dynamo.SpecificationTests;

public class ManyToManyLoadDynamoTest(ManyToManyLoadDynamoTest.ManyToManyLoadDynamoFixture fixture) : ManyToManyLoadTestBase<ManyToManyLoadDynamoTest.ManyToManyLoadDynamoFixture>(fixture)
{
    public class ManyToManyLoadDynamoFixture : ManyToManyLoadFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
