namespace EFCore.Dynamo.SpecificationTests;

public class NotificationEntitiesDynamoTest(NotificationEntitiesDynamoTest.NotificationEntitiesDynamoFixture fixture) : NotificationEntitiesTestBase<NotificationEntitiesDynamoTest.NotificationEntitiesDynamoFixture>(fixture)
{
    public class NotificationEntitiesDynamoFixture : NotificationEntitiesFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
    }
}
