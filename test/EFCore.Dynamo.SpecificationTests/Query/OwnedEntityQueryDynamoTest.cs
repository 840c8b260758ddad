namespace EFCore.Dynamo.SpecificationTests.Query;

public class OwnedEntityQueryDynamoTest(NonSharedFixture fixture) : OwnedEntityQueryTestBase(fixture)
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}
