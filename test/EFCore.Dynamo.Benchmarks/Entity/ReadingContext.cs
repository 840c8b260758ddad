using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Benchmarks.Entity;

/// <summary>The same model on both providers.</summary>
internal sealed class ReadingContext(DbContextOptions<ReadingContext> options) : DbContext(options)
{
    public DbSet<Reading> Readings => Set<Reading>();

    public DbSet<Sale> Sales => Set<Sale>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Reading>(reading =>
        {
            reading.HasKey(r => new { r.Device, r.Sequence });
            if (Database.IsDynamo())
            {
                reading.HasPartitionKey(r => r.Device);
                reading.HasSortKey(r => r.Sequence);
            }
        });
        modelBuilder.Entity<Sale>(sale =>
        {
            sale.HasKey(s => new { s.Store, s.Day, s.Number });
            if (Database.IsDynamo())
            {
                sale.HasPartitionKey(s => s.Store);
                sale.HasSortKey(s => $"{s.Day:D4}#{s.Number:D4}");
            }
        });
    }
}
