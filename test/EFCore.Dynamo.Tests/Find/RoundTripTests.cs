using EFCore.Dynamo.Tests.Stores;
using EFCore.Dynamo.Tests.Update;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Find;

/// <summary>What one context saves, the next one finds, changes and saves again.</summary>
public abstract class RoundTripTests(TestStore store) : IDisposable
{
    private readonly StoredShop _shop = new(store);

    public void Dispose()
    {
        _shop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nested_values_survive_find_change_and_save(bool async)
    {
        await Change(async, context => context.Add(new Person
        {
            Id = 1,
            Home = new Address { City = "Berlin", Street = "Main" },
            Former = [new Address { City = "Rome" }, new Address { City = "Oslo" }],
            Passport = new Passport { Number = "C01", Country = "DE" },
            Phones = [new Phone { Number = "1" }, new Phone { Number = "2" }, new Phone { Number = "3" }],
        }));

        await Change(async, context =>
        {
            var person = context.People.Find(1)!;
            person.Home.Street = null;
            person.Former.RemoveAt(0);
            person.Former[0].Street = "Low";
            person.Passport!.Visa = new Stamp { Text = "ok" };
            person.Phones.RemoveAt(0);
            person.Phones[1].Number = "33";
            person.Phones.Add(new Phone { Number = "4" });
        });

        await using var context = _shop.CreateContext();
        var found = (async ? await context.People.FindAsync(1) : context.People.Find(1))!;
        found.Home.City.ShouldBe("Berlin");
        found.Home.Street.ShouldBeNull();
        found.Work.ShouldBeNull();
        found.Former.Select(address => $"{address.City} {address.Street}").ShouldBe(["Oslo Low"]);
        found.Passport!.Visa!.Text.ShouldBe("ok");
        found.Phones.Select(phone => phone.Number).ShouldBe(["2", "33", "4"]);
        context.ChangeTracker.DetectChanges();
        context.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    [Fact]
    public void Finding_a_tracked_owner_by_a_query_adds_no_element_twice()
    {
        using var context = _shop.CreateContext();
        var person = new Person { Id = 1, Phones = [new Phone { Number = "1" }, new Phone { Number = "2" }] };
        context.Add(person);
        context.SaveChanges();
        person.Phones.RemoveAt(0);
        person.Phones.Add(new Phone { Number = "3" });
        context.SaveChanges();

        context.People.Single(p => p.Id == 1).ShouldBeSameAs(person);

        person.Phones.Select(phone => phone.Number).ShouldBe(["2", "3"]);
    }

    [Fact]
    public void A_failed_save_can_be_repeated_after_a_change_of_an_owned_list()
    {
        using (var setup = _shop.CreateContext())
        {
            setup.Add(new Person { Id = 1, Phones = [new Phone { Number = "1" }, new Phone { Number = "2" }] });
            setup.Add(new Product { Id = 9 });
            setup.SaveChanges();
        }

        using var context = _shop.CreateContext();
        var person = context.People.Find(1)!;
        person.Phones.RemoveAt(0);
        var duplicate = context.Add(new Product { Id = 9 });
        Should.Throw<DbUpdateException>(() => context.SaveChanges());

        duplicate.State = EntityState.Detached;
        context.SaveChanges();

        using var second = _shop.CreateContext();
        second.People.Find(1)!.Phones.ShouldHaveSingleItem().Number.ShouldBe("2");
    }

    [Fact]
    public void The_discriminator_of_a_hierarchy_is_written_and_read()
    {
        using var context = new ShapesContext(_shop.Client);
        context.Database.EnsureCreated();
        context.AddRange(new Circle { Id = 1, Radius = 2.5 }, new Square { Id = 2, Side = 3 });
        context.SaveChanges();
        context.ChangeTracker.Clear();

        context.Find<Shape>(1).ShouldBeOfType<Circle>().Radius.ShouldBe(2.5);
        context.Find<Square>(1).ShouldBeNull();
        context.Find<Square>(2)!.Side.ShouldBe(3);
    }

    [Fact]
    public void Lists_in_lists_follow_when_an_outer_element_goes()
    {
        using (var context = new InvoiceContext(_shop.Client))
        {
            context.Database.EnsureCreated();
            var invoice = new Invoice
            {
                Id = 1,
                Lines =
                [
                    new Line { Text = "a", Taxes = [new Tax { Rate = 1 }] },
                    new Line { Text = "b", Taxes = [new Tax { Rate = 2 }, new Tax { Rate = 3 }] },
                    new Line { Text = "c" },
                ],
            };
            context.Add(invoice);
            context.SaveChanges();
            invoice.Lines.RemoveAt(0);
            context.SaveChanges();
            invoice.Lines[0].Taxes.RemoveAt(0);
            invoice.Lines[1].Taxes.Add(new Tax { Rate = 4 });
            context.SaveChanges();
            context.ChangeTracker.HasChanges().ShouldBeFalse();
        }

        using var second = new InvoiceContext(_shop.Client);
        var found = second.Find<Invoice>(1)!;
        found.Lines.Select(line => $"{line.Text}:{string.Join(',', line.Taxes.Select(tax => tax.Rate))}").ShouldBe(["b:3", "c:4"]);
        found.Lines[0].Taxes[0].Rate = 5;
        second.SaveChanges().ShouldBe(1);
        second.ChangeTracker.Clear();
        second.Find<Invoice>(1)!.Lines[0].Taxes.ShouldHaveSingleItem().Rate.ShouldBe(5);
    }

    [Fact]
    public void An_owner_can_be_replaced_with_all_that_it_owns()
    {
        using var context = _shop.CreateContext();
        var old = new Person { Id = 1, Passport = new Passport { Number = "1" }, Phones = [new Phone { Number = "1" }] };
        context.Add(old);
        context.SaveChanges();

        context.Remove(old);
        context.Add(new Person { Id = 1, Home = new Address { City = "Rome" }, Phones = [new Phone { Number = "2" }] });
        context.SaveChanges();

        context.ChangeTracker.HasChanges().ShouldBeFalse();
        context.ChangeTracker.Clear();
        var found = context.People.Find(1)!;
        found.Home.City.ShouldBe("Rome");
        found.Passport.ShouldBeNull();
        found.Phones.ShouldHaveSingleItem().Number.ShouldBe("2");
    }

    private async Task Change(bool async, Action<ShopContext> change)
    {
        await using var context = _shop.CreateContext();
        change(context);
        _ = async ? await context.SaveChangesAsync() : context.SaveChanges();
    }

    private abstract class Shape
    {
        public int Id { get; set; }
    }

    private sealed class Circle : Shape
    {
        public double Radius { get; set; }
    }

    private sealed class Square : Shape
    {
        public int Side { get; set; }
    }

    private sealed class ShapesContext(IDynamoClient client) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(client);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Shape>(b => b.ToDynamoTable("shapes"));
            modelBuilder.Entity<Circle>();
            modelBuilder.Entity<Square>();
        }
    }

    private sealed class Invoice
    {
        public int Id { get; set; }

        public List<Line> Lines { get; set; } = [];
    }

    private sealed class Line
    {
        public string Text { get; set; } = "";

        public List<Tax> Taxes { get; set; } = [];
    }

    private sealed class Tax
    {
        public int Rate { get; set; }
    }

    private sealed class InvoiceContext(IDynamoClient client) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo(client);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Invoice>(b =>
            {
                b.ToDynamoTable("invoices");
                b.Property(i => i.Id).ValueGeneratedNever();
                b.OwnsMany(i => i.Lines, line => line.OwnsMany(l => l.Taxes));
            });
    }
}
