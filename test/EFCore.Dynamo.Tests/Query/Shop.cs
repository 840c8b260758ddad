using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

internal enum OrderStatus
{
    Open,
    Paid,
    Shipped,
}

internal enum Priority
{
    Low,
    High,
}

internal sealed class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public bool IsVip { get; set; }
}

internal sealed class Order
{
    public int CustomerId { get; set; }

    public int Number { get; set; }

    public DateTime PlacedAt { get; set; }

    public OrderStatus Status { get; set; }

    public Priority Priority { get; set; }

    public decimal Total { get; set; }

    public double Weight { get; set; }

    public short Pieces { get; set; }

    public long Views { get; set; }

    public int? Discount { get; set; }

    public bool IsGift { get; set; }

    public bool? IsChecked { get; set; }

    public string? Note { get; set; }

    public string City { get; set; } = "";

    public char Grade { get; set; }

    public Guid Reference { get; set; }

    public DateTime? PaidAt { get; set; }

    public byte[]? Hash { get; set; }

    public List<string> Tags { get; set; } = [];

    public HashSet<string> Labels { get; set; } = [];

    public List<int> Scores { get; set; } = [];

    public Dictionary<string, string> Extras { get; set; } = [];

    public Address? ShipTo { get; set; }

    public List<OrderLine> Lines { get; set; } = [];

    public Price Price { get; set; } = new();
}

internal sealed class Address
{
    public string? Street { get; set; }

    public string City { get; set; } = "";

    public int Zip { get; set; }

    public Country? Country { get; set; }
}

internal sealed class Country
{
    public string Code { get; set; } = "";
}

internal sealed class OrderLine
{
    public string Sku { get; set; } = "";

    public int Quantity { get; set; }

    public List<LineNote> Notes { get; set; } = [];
}

internal sealed class LineNote
{
    public string Text { get; set; } = "";
}

internal sealed class Price
{
    public decimal Amount { get; set; }

    public string Currency { get; set; } = "";
}

internal abstract class Animal
{
    public int Owner { get; set; }

    public string Name { get; set; } = "";

    public int Age { get; set; }
}

internal sealed class Cat : Animal
{
    public bool IsIndoor { get; set; }
}

internal class Dog : Animal
{
    public string? Trick { get; set; }
}

internal sealed class Puppy : Dog
{
    public int Weeks { get; set; }
}

internal class ShopContext(string connectionString) : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Animal> Animals => Set<Animal>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseDynamo(connectionString).EnableSensitiveDataLogging();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>(b =>
        {
            b.ToDynamoTable("shop");
            b.HasKey(c => c.Id);
            b.HasPartitionKey(c => $"CUSTOMER#{c.Id}");
            b.HasSortKey(c => "PROFILE");
        });
        modelBuilder.Entity<Order>(b =>
        {
            b.ToDynamoTable("shop");
            b.HasKey(o => new { o.CustomerId, o.Number });
            b.HasPartitionKey(o => $"CUSTOMER#{o.CustomerId}");
            b.HasSortKey(o => $"ORDER#{o.Number:D6}");
            b.HasGlobalSecondaryIndex("by-status").HasPartitionKey(o => o.Status).HasSortKey(o => o.PlacedAt);
            b.Property(o => o.Priority).HasConversion<string>();
            b.OwnsOne(o => o.ShipTo, a => a.OwnsOne(x => x.Country));
            b.OwnsMany(o => o.Lines, l => l.OwnsMany(x => x.Notes));
            b.ComplexProperty(o => o.Price);
        });
        modelBuilder.Entity<Animal>(b =>
        {
            b.ToDynamoTable("animals");
            b.HasKey(a => new { a.Owner, a.Name });
            b.HasPartitionKey(a => a.Owner);
            b.HasSortKey(a => a.Name);
        });
        modelBuilder.Entity<Cat>();
        modelBuilder.Entity<Dog>();
        modelBuilder.Entity<Puppy>();
    }
}
