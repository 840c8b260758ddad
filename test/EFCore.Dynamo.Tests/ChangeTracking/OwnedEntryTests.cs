using EFCore.Dynamo.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EFCore.Dynamo.Tests.ChangeTracking;

/// <summary>EF's entries of owned entities: they are loaded with their owner, and read again from its item.</summary>
public sealed class OwnedEntryTests : IDisposable
{
    private readonly Scenario _scenario = new(static model =>
    {
        model.Entity<Order>(order =>
        {
            order.OwnsOne(o => o.Address, address => address.OwnsOne(a => a.Country));
            order.OwnsOne(o => o.Other, other => other.Ignore(a => a.Country));
            order.OwnsMany(o => o.Lines, line =>
            {
                line.OwnsMany(l => l.Notes);
                line.Property<int?>("Shadow");
            });
            order.OwnsMany(o => o.Payments, payment => payment.HasKey("OrderId", "Number"));
        });
        model.Entity<UrgentOrder>().OwnsMany(o => o.Calls);
    });

    public OwnedEntryTests()
        => _scenario.Save(new UrgentOrder
        {
            Id = 1,
            Address = new Address { City = "Oslo", Country = new Country { Code = "NO" } },
            Lines =
            [
                new Line { Sku = "a", Notes = [new Note { Text = "x" }] }, new Line { Sku = "b", Notes = [new Note { Text = "y" }, new Note { Text = "z" }] },
            ],
            Payments = [new Payment { Number = 7, Amount = 1 }, new Payment { Number = 8, Amount = 2 }],
        });

    public void Dispose() => _scenario.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_owned_is_loaded_with_its_owner(bool isFound)
    {
        await using var context = _scenario.Open();
        var order = isFound ? (await context.FindAsync<Order>(1))! : await context.Set<Order>().SingleAsync(o => o.Id == 1);

        context.Entry(order).Collection(o => o.Lines).IsLoaded.ShouldBeTrue();
        context.Entry(order).Reference(o => o.Address).IsLoaded.ShouldBeTrue();
        context.Entry((UrgentOrder)order).Collection(o => o.Calls).IsLoaded.ShouldBeTrue();
        context.Entry(order.Lines[0]).Collection(l => l.Notes).IsLoaded.ShouldBeTrue();
        context.Entry(order).Reference(o => o.Other).IsLoaded.ShouldBeTrue();
        await context.Entry(order).Collection(o => o.Lines).LoadAsync();
        order.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Database_values_of_what_is_owned_come_from_the_owners_item()
    {
        await using var context = _scenario.Open();
        var order = (await context.FindAsync<Order>(1))!;
        await ChangeElsewhere();

        (await ReadAsync(context.Entry(order.Address!))).GetValue<string>(nameof(Address.City)).ShouldBe("Bergen");
        (await ReadAsync(context.Entry(order.Address!.Country!))).GetValue<string>(nameof(Country.Code)).ShouldBe("SE");
        (await ReadAsync(context.Entry(order.Lines[1]))).GetValue<string>(nameof(Line.Sku)).ShouldBe("changed");
        (await ReadAsync(context.Entry(order.Lines[1]))).GetValue<int?>("Shadow").ShouldBe(5);
        (await ReadAsync(context.Entry(order.Lines[1].Notes[1]))).GetValue<string>(nameof(Note.Text)).ShouldBe("changed");
        (await ReadAsync(context.Entry(order.Payments[1]))).GetValue<int>(nameof(Payment.Amount)).ShouldBe(20);
        context.Entry(order.Lines[1]).GetDatabaseValues()!.ToObject().ShouldBeOfType<Line>().Sku.ShouldBe("changed");
    }

    [Fact]
    public async Task Reload_takes_the_stored_values()
    {
        await using var context = _scenario.Open();
        var order = (await context.FindAsync<Order>(1))!;
        await ChangeElsewhere();
        order.Lines[1].Sku = "mine";
        order.Address!.City = "mine";

        await context.Entry(order.Lines[1]).ReloadAsync();
        context.Entry(order.Address).Reload();

        (order.Lines[1].Sku, order.Address.City).ShouldBe(("changed", "Bergen"));
        (await context.SaveChangesAsync()).ShouldBe(0);
    }

    [Fact]
    public void What_the_item_no_longer_holds_has_no_database_values()
    {
        using var context = _scenario.Open();
        var order = context.Find<Order>(1)!;
        using (var other = _scenario.Open())
        {
            var theirs = other.Find<Order>(1)!;
            theirs.Address = null;
            theirs.Lines.RemoveAt(1);
            theirs.Payments.RemoveAt(0);
            other.SaveChanges();
        }

        order.Lines.Add(new Line { Sku = "new" });
        context.ChangeTracker.DetectChanges();

        context.Entry(order.Address!).GetDatabaseValues().ShouldBeNull();
        context.Entry(order.Lines[1]).GetDatabaseValues().ShouldBeNull();
        context.Entry(order.Lines[2]).GetDatabaseValues().ShouldBeNull();
        context.Entry(order.Payments[0]).GetDatabaseValues().ShouldBeNull();
        context.Entry(order.Lines[0]).GetDatabaseValues().ShouldNotBeNull();
        context.Entry(order.Payments[1]).GetDatabaseValues().ShouldNotBeNull();
    }

    private static async Task<PropertyValues> ReadAsync(EntityEntry entry) => (await entry.GetDatabaseValuesAsync())!;

    private async Task ChangeElsewhere()
    {
        await using var context = _scenario.Open();
        var order = (await context.FindAsync<Order>(1))!;
        order.Address!.City = "Bergen";
        order.Address.Country!.Code = "SE";
        order.Lines[1].Sku = "changed";
        order.Lines[1].Notes[1].Text = "changed";
        context.Entry(order.Lines[1]).Property("Shadow").CurrentValue = 5;
        order.Payments[1].Amount = 20;
        await context.SaveChangesAsync();
    }

    private class Order
    {
        public int Id { get; set; }

        public Address? Address { get; set; }

        public Address? Other { get; set; }

        public List<Line> Lines { get; set; } = [];

        public List<Payment> Payments { get; set; } = [];
    }

    private sealed class UrgentOrder : Order
    {
        public List<Note> Calls { get; set; } = [];
    }

    private sealed class Address
    {
        public string? City { get; set; }

        public Country? Country { get; set; }
    }

    private sealed class Country
    {
        public string? Code { get; set; }
    }

    private sealed class Line
    {
        public string Sku { get; set; } = "";

        public List<Note> Notes { get; set; } = [];
    }

    private sealed class Note
    {
        public string Text { get; set; } = "";
    }

    private sealed class Payment
    {
        public int Number { get; set; }

        public int Amount { get; set; }
    }
}
