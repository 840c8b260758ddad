using EFCore.Dynamo.Tests.Stores;

namespace EFCore.Dynamo.Tests.Update;

/// <summary>The shop's tables in a store of the test's own.</summary>
public sealed class StoredShop : IDisposable
{
    private readonly TestStore _store;

    public StoredShop(TestStore store)
    {
        _store = store;
        using var context = CreateContext();
        context.Database.EnsureCreated();
    }

    public IDynamoClient Client => _store.Client;

    public ShopContext CreateContext() => new(Client);

    public void Dispose() => _store.Dispose();
}
