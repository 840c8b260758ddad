using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.SpecificationTests.Query;

public class OwnedQueryDynamoTest(OwnedQueryDynamoTest.OwnedQueryDynamoFixture fixture) : OwnedQueryTestBase<OwnedQueryDynamoTest.OwnedQueryDynamoFixture>(fixture)
{
    public class OwnedQueryDynamoFixture : OwnedQueryFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

        /// <inheritdoc />
        protected override void OnModelCreating(ModelBuilder modelBuilder, DbContext context)
        {
            base.OnModelCreating(modelBuilder, context);

            // The seed data name the orders by their numbers, not by their places in the list.
            modelBuilder.Entity<OwnedPerson>().OwnsMany(
                person => person.Orders,
                orders =>
                {
                    orders.HasKey("ClientId", "Id");
                    orders.OwnsMany(
                        order => order.Details,
                        details =>
                        {
                            details.WithOwner().HasForeignKey("OrderClientId", "OrderId");
                            details.HasKey("OrderClientId", "OrderId", "Id");
                        });
                });
        }
    }
}
