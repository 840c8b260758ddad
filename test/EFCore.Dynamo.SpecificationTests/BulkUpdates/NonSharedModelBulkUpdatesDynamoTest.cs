using Microsoft.EntityFrameworkCore.BulkUpdates;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.SpecificationTests.BulkUpdates;

public class NonSharedModelBulkUpdatesDynamoTest(NonSharedFixture fixture) : NonSharedModelBulkUpdatesTestBase(fixture)
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

    /// <inheritdoc />
    public override void UseTransaction(DatabaseFacade facade, IDbContextTransaction transaction)
    {
    }
}
