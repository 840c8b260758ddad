namespace EFCore.Dynamo.SpecificationTests.Query;

public class AdHocManyToManyQueryDynamoTest(NonSharedFixture fixture) : AdHocManyToManyQueryTestBase(fixture)
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}
