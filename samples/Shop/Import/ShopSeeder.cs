using Microsoft.EntityFrameworkCore;
using Shop.Model;

namespace Shop.Import;

/// <summary>Fills the table: with a file's invoices, or with the built-in orders when the table is new.</summary>
internal sealed class ShopSeeder(IDbContextFactory<ShopContext> contexts)
{
    // One SaveChanges is one TransactWriteItems, and a transaction holds at most 100 items.
    private const int MaxItemsPerSave = 100;

    // Saves that wait for the disk together share one sync; more than a few gain nothing.
    private const int ConcurrentSaves = 4;

    /// <summary>Creates the table where it is missing, and fills a new one with the built-in orders.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Database.EnsureCreatedAsync(cancellationToken))
        {
            await SaveAsync(BuiltInOrders.Create(), cancellationToken);
        }
    }

    /// <summary>Replaces the table by the invoices of the file.</summary>
    /// <returns>How many orders and customers were written.</returns>
    public async Task<(int Orders, int Customers)> ImportAsync(string path, CancellationToken cancellationToken)
    {
        var orders = InvoiceLine.ReadFile(path).ConvertAll(line => line.ToOrder());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.EnsureDeletedAsync(cancellationToken);
        await context.Database.EnsureCreatedAsync(cancellationToken);
        return (orders.Count, await SaveAsync(orders, cancellationToken));
    }

    private async Task<int> SaveAsync(List<Order> orders, CancellationToken cancellationToken)
    {
        var customers = orders
            .GroupBy(order => order.CustomerId, StringComparer.Ordinal)
            .Select(group => new Customer { Id = group.Key, Country = group.First().Country, OrderCount = group.Count() })
            .ToList();

        var saves = customers.Cast<object>().Concat(orders).Chunk(MaxItemsPerSave);
        var options = new ParallelOptions { MaxDegreeOfParallelism = ConcurrentSaves, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(saves, options, async (entities, token) =>
        {
            await using var context = await contexts.CreateDbContextAsync(token);
            context.AddRange(entities);
            await context.SaveChangesAsync(token);
        });

        return customers.Count;
    }
}
