namespace EFCore.Dynamo.SpecificationTests;

public class ManyToManyFieldsLoadDynamoTest(ManyToManyFieldsLoadDynamoTest.ManyToManyFieldsLoadDynamoFixture fixture) : ManyToManyFieldsLoadTestBase<ManyToManyFieldsLoadDynamoTest.ManyToManyFieldsLoadDynamoFixture>(fixture)
{
    public class ManyToManyFieldsLoadDynamoFixture : ManyToManyFieldsLoadFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
