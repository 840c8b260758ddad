namespace EFCore.Dynamo.SpecificationTests;

public class WithConstructorsDynamoTest(WithConstructorsDynamoTest.WithConstructorsDynamoFixture fixture) : WithConstructorsTestBase<WithConstructorsDynamoTest.WithConstructorsDynamoFixture>(fixture)
{
    public class WithConstructorsDynamoFixture : WithConstructorsFixtureBase
    {
        /// <inheritdoc />
        protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

        /// <inheritdoc />
        protected override void OnModelCreating(ModelBuilder modelBuilder, DbContext context)
        {
            base.OnModelCreating(modelBuilder, context);
            modelBuilder.Entity<Blog>().HasKey("_blogId");
        }
    }
}
