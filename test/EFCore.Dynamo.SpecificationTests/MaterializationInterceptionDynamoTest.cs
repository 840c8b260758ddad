namespace EFCore.Dynamo.SpecificationTests;

public class MaterializationInterceptionDynamoTest(NonSharedFixture fixture)
    : MaterializationInterceptionTestBase<MaterializationInterceptionDynamoTest.DynamoLibraryContext>(fixture)
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

    public class DynamoLibraryContext(DbContextOptions options) : LibraryContext(options)
    {
        /// <inheritdoc />
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<TestEntity30244>().OwnsMany(entity => entity.Settings);
        }
    }
}
