using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Tests.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Tests.Query.Planning;

/// <summary>One model with every kind of key: bare and templated, shared tables, local, global, multi-attribute and sparse indexes.</summary>
internal static class PlanningModel
{
    public static IModel Instance { get; } = ModelHarness.Build(Configure);

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Product>().ToDynamoTable("products");
        model.Entity<Customer>(b =>
        {
            b.ToDynamoTable("shop");
            b.HasPartitionKey(c => $"CUSTOMER#{c.Id}");
            b.HasSortKey(c => "PROFILE");
        });
        model.Entity<Order>(b =>
        {
            b.ToDynamoTable("shop");
            b.HasPartitionKey(o => $"CUSTOMER#{o.CustomerId}");
            b.HasSortKey(o => $"ORDER#{o.PlacedAt:O}#{o.Id}");
            b.HasGlobalSecondaryIndex("by-status").HasPartitionKey(o => o.Status).HasSortKey(o => o.PlacedAt);
            b.HasGlobalSecondaryIndex("by-coupon").HasPartitionKey(o => o.Coupon).HasSortKey(o => o.PlacedAt);
            b.HasGlobalSecondaryIndex("by-region").HasPartitionKey(o => o.Region).HasSortKey(o => o.ShippedAt);
            b.HasGlobalSecondaryIndex("by-clerk").HasPartitionKey(o => o.Clerk).HasProjection(ProjectionType.KeysOnly);
        });
        model.Entity<Reading>(b =>
        {
            b.ToDynamoTable("readings");
            b.HasKey(r => new { r.Sensor, r.Sequence });
            b.HasPartitionKey(r => r.Sensor);
            b.HasSortKey(r => r.Sequence);
            b.HasLocalSecondaryIndex("by-value").HasSortKey(r => r.Value).HasProjection(ProjectionType.KeysOnly);
            b.HasLocalSecondaryIndex("by-label").HasSortKey(r => r.Label).HasProjection(ProjectionType.All);
        });
        model.Entity<Match>(b =>
        {
            b.ToDynamoTable("matches");
            b.HasKey(m => m.Id);
            b.HasPartitionKey(m => m.Id);
            b.HasGlobalSecondaryIndex("by-tournament").HasPartitionKey(m => m.Tournament, m => m.Season).HasSortKey(
                m => m.Round, m => m.Bracket, m => m.Number);
        });
        model.Entity<LogEntry>(b =>
        {
            b.ToDynamoTable("logs");
            b.HasKey(l => new { l.Tenant, l.Day, l.Level, l.Number });
            b.HasPartitionKey(l => $"{l.Tenant}#{l.Level}");
            b.HasSortKey(l => $"{l.Day:yyyy-MM-dd}#{l.Number:D6}");
        });
        model.Entity<Page>(b =>
        {
            b.ToDynamoTable("pages");
            b.HasKey(p => new { p.Site, p.Path });
            b.HasPartitionKey(p => p.Site);
            b.HasSortKey(p => $"PAGE#{p.Path}");
        });
        model.Entity<Animal>().ToDynamoTable("animals");
        model.Entity<Dog>();
        model.Entity<Cat>();
    }
}

internal sealed class Product
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public int Stock { get; set; }
}

internal sealed class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

internal sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public DateTime PlacedAt { get; set; }

    public DateTime? ShippedAt { get; set; }

    public string Status { get; set; } = "";

    public string? Coupon { get; set; }

    public string Region { get; set; } = "";

    public string Clerk { get; set; } = "";

    public decimal Total { get; set; }
}

internal sealed class Reading
{
    public string Sensor { get; set; } = "";

    public long Sequence { get; set; }

    public double Value { get; set; }

    public string Label { get; set; } = "";
}

internal sealed class Match
{
    public Guid Id { get; set; }

    public string Tournament { get; set; } = "";

    public int Season { get; set; }

    public int Round { get; set; }

    public string Bracket { get; set; } = "";

    public int Number { get; set; }
}

internal sealed class LogEntry
{
    public string Tenant { get; set; } = "";

    public string Level { get; set; } = "";

    public DateTime Day { get; set; }

    public int Number { get; set; }

    public string Text { get; set; } = "";
}

internal sealed class Page
{
    public string Site { get; set; } = "";

    public string Path { get; set; } = "";
}

internal class Animal
{
    public int Id { get; set; }
}

internal sealed class Dog : Animal
{
    public bool Barks { get; set; }
}

internal sealed class Cat : Animal
{
    public int Lives { get; set; }
}
