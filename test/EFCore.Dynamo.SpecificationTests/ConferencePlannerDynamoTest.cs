namespace EFCore.Dynamo.SpecificationTests;

public class ConferencePlannerDynamoTest(ConferencePlannerDynamoTest.ConferencePlannerDynamoFixture fixture) : ConferencePlannerTestBase<ConferencePlannerDynamoTest.ConferencePlannerDynamoFixture>(fixture)
{
    public class ConferencePlannerDynamoFixture : ConferencePlannerFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
