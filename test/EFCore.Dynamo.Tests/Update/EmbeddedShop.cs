using EFCore.Dynamo.Engine;

namespace EFCore.Dynamo.Tests.Update;

/// <summary>The shop's tables in an engine of the test's own, in memory.</summary>
public sealed class EmbeddedShop : IDisposable
{
    public EmbeddedShop()
    {
        using var context = CreateContext();
        context.Database.EnsureCreated();
    }

    public EmbeddedDynamoClient Client { get; } = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());

    public ShopContext CreateContext() => new(Client);

    public void Dispose() => Client.Dispose();
}
