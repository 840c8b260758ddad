using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tests.Stores;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.BulkWrites;

/// <summary>Entities of many shapes.</summary>
public class WarehouseContext(TestStore store, IDynamoClient? client = null) : DbContext
{
    public static readonly DateTime Day = new(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc);

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<Vehicle> Vehicles => Set<Vehicle>();

    public DbSet<Crate> Crates => Set<Crate>();

    /// <summary>Puts the same items into new tables.</summary>
    public static async Task CreateAsync(TestStore store)
    {
        await using var context = new WarehouseContext(store);
        await context.Database.EnsureDeletedAsync();
        await context.Database.EnsureCreatedAsync();
        context.AddRange(Enumerable.Range(1, 6).Select(CreateProduct));
        context.AddRange(new Maker { Id = 1, Name = "Acme" }, new Maker { Id = 2, Name = "Bolt" });
        context.AddRange(Enumerable.Range(1, 6).Select(i => new Job
        {
            Tenant = i <= 4 ? "a" : "b",
            Number = i,
            Title = $"t{i}",
            State = i % 2 == 0 ? "open" : "done",
            Owner = i % 3 == 0 ? null : $"o{i}",
            Effort = i,
        }));
        context.AddRange(new Crew { Tenant = "a", Name = "x", Members = 3 }, new Crew { Tenant = "b", Name = "y", Members = 4 });
        context.AddRange(
            new Vehicle { Fleet = "f", Number = 1, Depot = "d1", Distance = 10 },
            new Truck { Fleet = "f", Number = 2, Depot = "d1", Distance = 20, Load = 7 },
            new Bus { Fleet = "f", Number = 3, Depot = "d2", Distance = 30, Seats = 40, Line = "l1" },
            new Bus { Fleet = "f", Number = 4, Depot = "d2", Distance = 40, Seats = 50 },
            new Truck { Fleet = "g", Number = 5, Depot = "d3", Distance = 50, Load = 8 });
        context.AddRange(Enumerable.Range(1, 3).Select(i => new Crate { Id = new CrateId(i), Content = $"c{i}", Parent = i == 1 ? null : new CrateId(i - 1) }));
        await context.SaveChangesAsync();
    }

    public static Product CreateProduct(int id)
        => new()
        {
            Id = id,
            Name = $"p{id}",
            Stock = id * 10,
            Reserved = id,
            Limit = (uint)id,
            Shelf = (short)(id % 2),
            Price = id + 0.5m,
            Weight = id / 10.0,
            Rating = id % 2 == 0 ? id : null,
            Note = id % 3 == 0 ? null : $"n{id}",
            Grade = id % 2 == 0 ? Grade.High : Grade.Low,
            Token = new Guid(id, 0, 0, new byte[8]),
            SoldAt = id == 1 ? null : Day.AddDays(id),
            Tags = id == 2 ? [] : [$"tag{id}", "all"],
            Labels = id == 3 ? [] : [$"l{id}", "every"],
            Bins = [id, id + 1],
            Size = new Size { Width = id, Height = id * 2, Unit = new Unit { Code = "cm" } },
            Origin = id % 2 == 0 ? new Origin { Country = $"c{id}", Town = "t" } : null,
            Detail = id % 2 == 1 ? new Detail { Text = $"d{id}", Pages = id, Proof = new Proof { Reader = $"r{id}" } } : null,
            MakerId = (id % 2) + 1,
        };

    /// <summary>All items of all tables, as they are stored, in one order.</summary>
    public static async Task<string> ReadAllAsync(TestStore store)
    {
        var lines = new List<string>();
        foreach (var table in (await store.Client.ListTablesAsync(new ListTablesRequest())).TableNames)
        {
            var items = (await store.Client.ScanAsync(new ScanRequest { TableName = table })).Items;
            lines.AddRange(items.Select((Item item) => $"{table} {item}"));
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => _ = client is null ? optionsBuilder.UseDynamo(store.ConnectionString) : optionsBuilder.UseDynamo(client);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Product>(product =>
        {
            product.Property(p => p.Id).ValueGeneratedNever();
            product.Property(p => p.Grade).HasConversion<string>();
            product.ComplexProperty(p => p.Size, size => size.ComplexProperty(s => s.Unit));
            product.ComplexProperty(p => p.Origin);
            product.OwnsOne(p => p.Detail, detail => detail.OwnsOne(d => d.Proof));
            product.HasOne(p => p.Maker).WithMany().HasForeignKey(p => p.MakerId);
            product.HasGlobalSecondaryIndex("by-shelf").HasPartitionKey(p => p.Shelf).HasSortKey(p => p.Stock);
        });
        modelBuilder.Entity<Maker>().Property(m => m.Id).ValueGeneratedNever();
        modelBuilder.Entity<Job>(job =>
        {
            job.ToDynamoTable("Work").HasKey(t => new { t.Tenant, t.Number });
            job.HasPartitionKey(t => $"TENANT#{t.Tenant}");
            job.HasSortKey(t => $"TASK#{t.Number:D6}");
            job.HasGlobalSecondaryIndex("by-state").HasPartitionKey(t => $"STATE#{t.Tenant}#{t.State}").HasSortKey(t => $"OWNER#{t.Owner}");
            job.Property(t => t.Version).IsRowVersion();
        });
        modelBuilder.Entity<Crew>(crew =>
        {
            crew.ToDynamoTable("Work").HasKey(c => new { c.Tenant, c.Name });
            crew.HasPartitionKey(c => $"TENANT#{c.Tenant}");
            crew.HasSortKey(c => $"CREW#{c.Name}");
        });
        modelBuilder.Entity<Vehicle>().HasKey(v => new { v.Fleet, v.Number });
        modelBuilder.Entity<Truck>();
        modelBuilder.Entity<Bus>().HasGlobalSecondaryIndex("by-line").HasPartitionKey(b => $"LINE#{b.Line}").HasSortKey(b => $"DEPOT#{b.Depot}");
        modelBuilder.Entity<Crate>(crate =>
        {
            crate.Property(c => c.Id).HasConversion(id => id.Value, value => new CrateId(value)).ValueGeneratedNever();
            crate.Property(c => c.Parent).HasConversion(id => id!.Value.Value, value => new CrateId(value));
            crate.HasQueryFilter(c => !c.IsSealed);
        });
    }
}
