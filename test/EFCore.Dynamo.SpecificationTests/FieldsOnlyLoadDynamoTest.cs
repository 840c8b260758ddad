namespace EFCore.Dynamo.SpecificationTests;

public class FieldsOnlyLoadDynamoTest(FieldsOnlyLoadDynamoTest.FieldsOnlyLoadDynamoFixture fixture) : FieldsOnlyLoadTestBase<FieldsOnlyLoadDynamoTest.FieldsOnlyLoadDynamoFixture>(fixture)
{
    public class FieldsOnlyLoadDynamoFixture : FieldsOnlyLoadFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
