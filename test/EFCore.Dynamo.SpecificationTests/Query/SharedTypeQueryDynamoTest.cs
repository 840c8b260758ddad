namespace EFCore.Dynamo.SpecificationTests.Query;

public class SharedTypeQueryDynamoTest(NonSharedFixture fixture) : SharedTypeQueryTestBase(fixture)
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}
