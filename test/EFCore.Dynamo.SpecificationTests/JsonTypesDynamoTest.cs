namespace EFCore.Dynamo.SpecificationTests;

public class JsonTypesDynamoTest(NonSharedFixture fixture) : JsonTypesTestBase(fixture)
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}
