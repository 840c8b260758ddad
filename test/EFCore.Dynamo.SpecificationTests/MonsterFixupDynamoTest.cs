namespace EFCore.Dynamo.SpecificationTests;

public class MonsterFixupDynamoTest(MonsterFixupDynamoTest.MonsterFixupDynamoFixture fixture) : MonsterFixupTestBase<MonsterFixupDynamoTest.MonsterFixupDynamoFixture>(fixture)
{
    public class MonsterFixupDynamoFixture : MonsterFixupSnapshotFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

        /// <inheritdoc />
        protected override void OnModelCreating<TMessage, TProduct, TProductPhoto, TProductReview, TComputerDetail, TDimensions>(ModelBuilder builder)
        {
            base.OnModelCreating<TMessage, TProduct, TProductPhoto, TProductReview, TComputerDetail, TDimensions>(builder);

            // Numbers inside of composite keys.
            builder.Entity<TMessage>().Property(message => message.MessageId).ValueGeneratedOnAdd();
            builder.Entity<TProductPhoto>().Property(photo => photo.PhotoId).ValueGeneratedOnAdd();
            builder.Entity<TProductReview>().Property(review => review.ReviewId).ValueGeneratedOnAdd();
        }
    }
}
