using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Update;

public sealed class Product
{
    public int Id { get; set; }

    public string? Name { get; set; }

    public decimal Price { get; set; }

    public int? Stock { get; set; }

    public HashSet<string> Labels { get; set; } = [];
}

public sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public DateTime PlacedAt { get; set; }

    public string? Status { get; set; }

    public string? Courier { get; set; }

    public int Version { get; set; }
}

public sealed class Document
{
    public string Id { get; set; } = "";

    public string? Text { get; set; }

    public long RowVersion { get; set; }

    public Footer? Footer { get; set; }
}

public sealed class Footer
{
    public string? Note { get; set; }
}

public sealed class Person
{
    public int Id { get; set; }

    public Address Home { get; set; } = new();

    public Address? Work { get; set; }

    public List<Address> Former { get; set; } = [];

    public Passport? Passport { get; set; }

    public List<Phone> Phones { get; set; } = [];
}

public sealed class Address
{
    public string? City { get; set; }

    public string? Street { get; set; }
}

public sealed class Passport
{
    public string Number { get; set; } = "";

    public string? Country { get; set; }

    public Stamp? Visa { get; set; }
}

public sealed class Stamp
{
    public string? Text { get; set; }
}

public sealed class Phone
{
    public string Number { get; set; } = "";
}

/// <summary>A context of all shapes that writing must know, on a client of the test's.</summary>
public sealed class ShopContext(IDynamoClient client, Action<DbContextOptionsBuilder>? configure = null) : DbContext
{
    public DbSet<Product> Products => Set<Product>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Person> People => Set<Person>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        optionsBuilder.UseDynamo(client);
        configure?.Invoke(optionsBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Product>(b => b.ToDynamoTable("products"));
        modelBuilder.Entity<Order>(b =>
        {
            b.ToDynamoTable("shop");
            b.HasKey(o => o.Id);
            b.HasPartitionKey(o => $"CUSTOMER#{o.CustomerId}");
            b.HasSortKey(o => $"ORDER#{o.PlacedAt:yyyy-MM-dd}#{o.Id}");
            b.HasGlobalSecondaryIndex("by-status").HasPartitionKey(o => o.Status).HasSortKey(o => o.PlacedAt);
            b.HasGlobalSecondaryIndex("by-courier").HasPartitionKey(o => $"COURIER#{o.Courier}").HasSortKey(o => $"{o.PlacedAt:yyyy-MM-dd}");
            b.Property(o => o.Id).ValueGeneratedNever();
            b.Property(o => o.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<Document>(b =>
        {
            b.ToDynamoTable("documents");
            b.Property(d => d.RowVersion).IsRowVersion();
            b.OwnsOne(d => d.Footer);
        });
        modelBuilder.Entity<Person>(b =>
        {
            b.ToDynamoTable("people");
            b.ComplexProperty(p => p.Home);
            b.ComplexProperty(p => p.Work);
            b.ComplexCollection(p => p.Former);
            b.OwnsOne(p => p.Passport, passport => passport.OwnsOne(p => p.Visa));
            b.OwnsMany(p => p.Phones);
        });
    }

    /// <summary>Tracks an entity as if it had been read, and returns it.</summary>
    public T Read<T>(T entity)
        where T : class
    {
        Attach(entity);
        return entity;
    }

    /// <summary>A packed item from name and value pairs.</summary>
    public static Item Key(params (string Name, AttributeValue Value)[] attributes) => Item.Create(attributes);
}
