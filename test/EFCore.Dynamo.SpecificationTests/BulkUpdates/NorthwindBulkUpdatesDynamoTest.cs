using Microsoft.EntityFrameworkCore.BulkUpdates;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.SpecificationTests.BulkUpdates;

public class NorthwindBulkUpdatesDynamoTest(NorthwindBulkUpdatesDynamoTest.NorthwindBulkUpdatesDynamoFixture fixture)
    : NorthwindBulkUpdatesTestBase<NorthwindBulkUpdatesDynamoTest.NorthwindBulkUpdatesDynamoFixture>(fixture)
{
    public class NorthwindBulkUpdatesDynamoFixture : NorthwindBulkUpdatesFixture<NoopModelCustomizer>
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

        /// <inheritdoc />
        public override void UseTransaction(DatabaseFacade facade, IDbContextTransaction transaction)
        {
        }
    }
}
