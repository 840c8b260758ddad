using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class AdHocQueryFiltersQueryDynamoTest(NonSharedFixture fixture) : AdHocQueryFiltersQueryTestBase(fixture)
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}
