namespace EFCore.Dynamo.SpecificationTests;

public class FieldMappingDynamoTest(FieldMappingDynamoTest.FieldMappingDynamoFixture fixture) : FieldMappingTestBase<FieldMappingDynamoTest.FieldMappingDynamoFixture>(fixture)
{
    public class FieldMappingDynamoFixture : FieldMappingFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
