namespace EFCore.Dynamo.SpecificationTests.Query;

public class AdHocMiscellaneousQueryDynamoTest(NonSharedFixture fixture) : AdHocMiscellaneousQueryTestBase(fixture)
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}
