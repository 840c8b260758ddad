using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class AdHocNavigationsQueryDynamoTest(NonSharedFixture fixture) : AdHocNavigationsQueryTestBase(fixture)
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;
}
