namespace EFCore.Dynamo.SpecificationTests;

public class PropertyValuesDynamoTest(PropertyValuesDynamoTest.PropertyValuesDynamoFixture fixture) : PropertyValuesTestBase<PropertyValuesDynamoTest.PropertyValuesDynamoFixture>(fixture)
{
    public class PropertyValuesDynamoFixture : PropertyValuesFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
