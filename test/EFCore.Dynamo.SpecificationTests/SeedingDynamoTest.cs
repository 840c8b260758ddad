namespace EFCore.Dynamo.SpecificationTests;

public class SeedingDynamoTest : SeedingTestBase, IAsyncLifetime
{
    /// <inheritdoc />
    protected override TestStore TestStore { get; } = DynamoTestStoreFactory.Instance.Create("Seeding");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await TestStore.DisposeAsync();

    /// <inheritdoc />
    protected override SeedingContext CreateContextWithEmptyDatabase(string testId) => new SeedingDynamoContext(testId, TestStore);

    private sealed class SeedingDynamoContext(string testId, TestStore store) : SeedingContext(testId)
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => store.AddProviderOptions(optionsBuilder);
    }
}
