using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

public sealed class SmokeTests
{
    [Fact]
    public void A_point_read_a_list_and_a_count_work_end_to_end()
    {
        using var context = new SmokeContext();
        context.Database.EnsureCreated();
        context.AddRange(
            new SmokeOrder { CustomerId = 1, Number = 1, Total = 10m, Note = "a" },
            new SmokeOrder { CustomerId = 1, Number = 2, Total = 20m, Note = null },
            new SmokeOrder { CustomerId = 2, Number = 1, Total = 30m, Note = "b" });
        context.SaveChanges();
        context.ChangeTracker.Clear();

        context.Orders.Single(o => o.CustomerId == 1 && o.Number == 2).Total.ShouldBe(20m);
        context.Orders.AsNoTracking().Where(o => o.CustomerId == 1).Select(o => o.Number).ToList().ShouldBe([1, 2]);
        context.Orders.AsNoTracking().Where(o => o.CustomerId == 1).OrderByDescending(o => o.Number).ToList().Select(o => o.Number).ShouldBe([2, 1]);
        context.Orders.Count(o => o.CustomerId == 1).ShouldBe(2);
        context.Orders.Where(o => o.CustomerId == 1).ToList().Count.ShouldBe(2);
    }
}

internal sealed class SmokeOrder
{
    public int CustomerId { get; set; }
    public int Number { get; set; }
    public decimal Total { get; set; }
    public string? Note { get; set; }
}

internal sealed class SmokeContext : DbContext
{
    public DbSet<SmokeOrder> Orders => Set<SmokeOrder>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseDynamo("Data Source=:memory:");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<SmokeOrder>(b =>
        {
            b.HasKey(o => new { o.CustomerId, o.Number });
            b.HasPartitionKey(o => o.CustomerId);
            b.HasSortKey(o => o.Number);
        });
}
