namespace EFCore.Dynamo.SpecificationTests;

public class ManyToManyTrackingDynamoTest(ManyToManyTrackingDynamoTest.ManyToManyTrackingDynamoFixture fixture) : ManyToManyTrackingTestBase<ManyToManyTrackingDynamoTest.ManyToManyTrackingDynamoFixture>(fixture)
{
    /// <inheritdoc />
    protected override bool SupportsDatabaseDefaults => false;

    public class ManyToManyTrackingDynamoFixture : ManyToManyTrackingFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
