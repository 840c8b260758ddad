namespace EFCore.Dynamo.SpecificationTests;

public class ComplexTypesTrackingDynamoTest(ComplexTypesTrackingDynamoTest.ComplexTypesTrackingDynamoFixture fixture) : ComplexTypesTrackingTestBase<ComplexTypesTrackingDynamoTest.ComplexTypesTrackingDynamoFixture>(fixture)
{
    public class ComplexTypesTrackingDynamoFixture : FixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
