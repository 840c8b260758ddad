using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class AdHocAdvancedMappingsQueryDynamoTest(NonSharedFixture fixture) : AdHocAdvancedMappingsQueryTestBase(fixture)
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}
