namespace EFCore.Dynamo.Tests.Query;

/// <summary>A seeded store in memory, shared by the tests of a class, which only read.</summary>
public sealed class ShopFixture : IDisposable
{
    internal string ConnectionString { get; } = $"Data Source=shop-{Guid.NewGuid():N};Mode=Memory";
    private readonly ShopContext _keeper;

    public ShopFixture()
    {
        _keeper = CreateContext();
        _keeper.Database.EnsureCreated();
        using var context = CreateContext();
        context.AddRange(ShopData.CreateCustomers());
        context.AddRange(ShopData.CreateAnimals());
        context.SaveChanges();
        foreach (var chunk in ShopData.CreateOrders().Chunk(20))
        {
            context.AddRange(chunk);
            context.SaveChanges();
        }
    }

    internal ShopContext CreateContext()
        => new(ConnectionString);

    public void Dispose()
    {
        _keeper.Database.EnsureDeleted();
        _keeper.Dispose();
    }
}
