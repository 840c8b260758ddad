using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

public abstract class TrackingTests(ShopFixture fixture)
{
    [Fact]
    public void A_tracked_query_returns_the_tracked_entity()
    {
        using var context = fixture.CreateContext();
        var first = context.Orders.Single(o => o.CustomerId == 1 && o.Number == 2);
        var again = context.Orders.Where(o => o.CustomerId == 1).ToList().Single(o => o.Number == 2);
        again.ShouldBeSameAs(first);
        context.Entry(first).State.ShouldBe(EntityState.Unchanged);
        context.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    [Fact]
    public void Owned_entities_are_tracked_with_their_owner()
    {
        using var context = fixture.CreateContext();
        var order = context.Orders.Single(o => o.CustomerId == 1 && o.Number == 5);
        order.Lines.Count.ShouldBe(2);
        order.Lines[1].Notes.Count.ShouldBe(1);
        context.ChangeTracker.Entries().Count(e => e.Entity is OrderLine).ShouldBe(2);
        context.ChangeTracker.HasChanges().ShouldBeFalse();
        order.Lines[0].Quantity = 77;
        context.ChangeTracker.HasChanges().ShouldBeTrue();
    }

    [Fact]
    public void A_changed_entity_keeps_its_change_when_it_is_read_again()
    {
        using var context = fixture.CreateContext();
        var order = context.Orders.Single(o => o.CustomerId == 1 && o.Number == 1);
        order.City = "changed";
        context.Orders.First(o => o.CustomerId == 1 && o.Number == 1).City.ShouldBe("changed");
    }

    [Fact]
    public void No_tracking_gives_new_objects_and_identity_resolution_one_object_each()
    {
        using var context = fixture.CreateContext();
        var query = context.Orders.Where(o => o.CustomerId == 1 && o.Number == 5).Select(o => new { A = o, B = o });
        var resolved = query.AsNoTrackingWithIdentityResolution().Single();
        resolved.A.ShouldBeSameAs(resolved.B);
        resolved.A.Lines.Count.ShouldBe(2);
        query.AsNoTracking().Single().A.Lines.Count.ShouldBe(2);
        context.ChangeTracker.Entries().ShouldBeEmpty();
    }

    [Fact]
    public void A_hierarchy_is_read_as_its_types()
    {
        using var context = fixture.CreateContext();
        var animals = context.Animals.Where(a => a.Owner == 1).OrderBy(a => a.Name).ToList();
        animals.Select(a => a.GetType().Name).ShouldBe(["Puppy", "Cat", "Dog", "Cat"]);
        animals.OfType<Puppy>().Single().Weeks.ShouldBe(9);
        context.Animals.AsNoTracking().Where(a => a.Owner == 1).OfType<Cat>().Select(c => c.Name).ToList().ShouldBe(["Minka", "Tom"]);
        context.Set<Dog>().AsNoTracking().Where(a => a.Owner == 1).Select(c => c.Name).ToList().ShouldBe(["Bo", "Rex"]);
        context.Set<Puppy>().AsNoTracking().Single(a => a.Owner == 1).Weeks.ShouldBe(9);
        context.Animals.Count(a => a.Owner == 1 && a is Cat).ShouldBe(2);
        context.Animals.Count(a => a.Owner == 1 && a is Dog && ((Dog)a).Trick == "sit").ShouldBe(1);
        context.Animals.Count(a => a.Owner == 1 && !(a is Dog)).ShouldBe(2);
        context.Animals.Where(a => a.Owner == 1).OfType<Cat>().Count(c => c.IsIndoor).ShouldBe(1);
        context.Animals.Where(a => a.Owner == 1).Select(a => a is Cat ? "cat" : "other").ToList().ShouldBe(["other", "cat", "other", "cat"]);
    }

    [Fact]
    public void Types_that_share_a_table_do_not_meet()
    {
        using var context = fixture.CreateContext();
        context.Customers.AllowScan().AsNoTracking().Select(c => c.Name).ToList().Order().ShouldBe(["Ada", "Bob", "Cem"]);
        context.Customers.Single(c => c.Id == 2).Name.ShouldBe("Bob");
    }

    [Fact]
    public void An_entity_is_compared_by_its_key()
    {
        using var context = fixture.CreateContext();
        var order = context.Orders.Single(o => o.CustomerId == 1 && o.Number == 4);
        context.Orders.Where(o => o.CustomerId == 1 && o == order).Select(o => o.Number).ToList().ShouldBe([4]);
        context.Orders.Where(o => o == order).Select(o => o.Number).ToList().ShouldBe([4]);
        context.Orders.Count(o => o.CustomerId == 1 && o != order).ShouldBe(11);
        context.Orders.Where(o => o.CustomerId == 1).Contains(order).ShouldBeTrue();
    }

    [Fact]
    public async Task Find_and_queries_return_one_object()
    {
        using var context = fixture.CreateContext();
        var found = await context.Orders.FindAsync(1, 6);
        var queried = await context.Orders.SingleAsync(o => o.CustomerId == 1 && o.Number == 6);
        queried.ShouldBeSameAs(found);
        queried.Tags.ShouldBe(["t0", "t1"]);
    }
}
