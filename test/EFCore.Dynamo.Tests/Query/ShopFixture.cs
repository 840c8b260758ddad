using EFCore.Dynamo.Tests.Stores;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>A seeded store, shared by the tests of a class, which only read.</summary>
public abstract class ShopFixture : IDisposable
{
    private readonly TestStore _store;

    protected ShopFixture(TestStore store)
    {
        _store = store;
        using var creator = CreateContext();
        creator.Database.EnsureCreated();
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

    internal string ConnectionString => _store.ConnectionString;

    internal ShopContext CreateContext()
        => new(ConnectionString);

    public void Dispose()
    {
        using (var context = CreateContext())
        {
            context.Database.EnsureDeleted();
        }

        _store.Dispose();
        GC.SuppressFinalize(this);
    }
}
