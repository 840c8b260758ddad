using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.TestModels.Northwind;

namespace EFCore.Dynamo.SpecificationTests.Query.Northwind;

/// <summary>Northwind in a table for each entity type; what other databases have views for are items of their own.</summary>
public class NorthwindQueryDynamoFixture<TModelCustomizer> : NorthwindQueryFixtureBase<TModelCustomizer>
    where TModelCustomizer : ITestModelCustomizer, new()
{
    /// <inheritdoc />
    protected override ITestStoreFactory TestStoreFactory => DynamoTestStoreFactory.Instance;

    /// <inheritdoc />
    protected override bool ShouldLogCategory(string logCategory) => logCategory == DbLoggerCategory.Query.Name;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder, DbContext context)
    {
        base.OnModelCreating(modelBuilder, context);
        NorthwindViewsContext.ConfigureKeys(modelBuilder);
    }

    /// <inheritdoc />
    protected override async Task SeedAsync(NorthwindContext context)
    {
        await base.SeedAsync(context);
        await using var views = new NorthwindViewsContext((DynamoTestStore)TestStore);
        await views.SeedAsync();
    }
}
