using System.Diagnostics;
using Shop.Import;

namespace Shop;

internal static class Startup
{
    /// <summary>Imports the file given with <c>--import</c>, or fills a new table with the built-in orders.</summary>
    public static async Task SeedAsync(WebApplication app)
    {
        var seeder = app.Services.GetRequiredService<ShopSeeder>();
        if (app.Configuration["import"] is not { Length: > 0 } path)
        {
            await seeder.SeedAsync(CancellationToken.None);
            return;
        }

        var watch = Stopwatch.StartNew();
        var (orders, customers) = await seeder.ImportAsync(path, CancellationToken.None);
        Console.WriteLine($"{orders} invoices of {customers} customers imported in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    public static void PrintAddresses(WebApplication app)
    {
        var address = app.Urls.First();
        Console.WriteLine($"The shop listens on {address} (API page: {address}/docs/); stop it with Ctrl-C. Try:");
        Console.WriteLine($"  curl '{address}/customers/17850'");
        Console.WriteLine($"  curl '{address}/customers/17850/orders?from=2010-12-01&pageSize=5'");
        Console.WriteLine($"  curl '{address}/orders?status=Shipped&pageSize=3'");
    }
}
