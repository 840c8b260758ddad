using EFCore.Dynamo.Tests.Stores;

namespace EFCore.Dynamo.Tests.Query.Facets;

/// <summary>A seeded store, shared by the tests of a class, which only read.</summary>
public sealed class FacetFixture : IDisposable
{
    private readonly EmbeddedStore _store = new();

    public FacetFixture()
    {
        using var context = CreateContext();
        context.Database.EnsureCreated();
        context.AddRange(FacetData.CreateProbes());
        context.SaveChanges();
    }

    internal FacetContext CreateContext() => new(_store.ConnectionString);

    public void Dispose()
    {
        using (var context = CreateContext())
        {
            context.Database.EnsureDeleted();
        }

        _store.Dispose();
    }
}
