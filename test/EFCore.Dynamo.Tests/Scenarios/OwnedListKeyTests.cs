using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EFCore.Dynamo.Tests.Scenarios;

/// <summary>Keys of owned types in lists, as models for other databases say them, and seed data for them.</summary>
public sealed class OwnedListKeyTests
{
    [Fact]
    public void By_convention_the_key_is_the_owners_and_the_position()
        => CheckList(static _ => { });

    [Fact]
    public void HasKey_of_a_shadow_Id_is_the_position()
        => CheckList(static part => part.HasKey("Id"));

    [Fact]
    public void HasKey_of_a_shadow_Id_that_is_declared_is_the_position()
        => CheckList(static part =>
        {
            part.WithOwner().HasForeignKey("OwnerId");
            part.Property<int>("Id");
            part.HasKey("Id");
        });

    [Fact]
    public void HasKey_of_owner_and_shadow_Id_is_owner_and_position()
        => CheckList(static part =>
        {
            part.WithOwner().HasForeignKey("OwnerId");
            part.HasKey("OwnerId", "Id");
        });

    [Fact]
    public void A_shadow_Id_of_another_type_is_stored()
        => CheckList(static part => part.Property<string>("Id").HasDefaultValue("none"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_list_with_a_key_of_its_own_is_changed_and_cleared(bool isKeyOfOwner)
    {
        using var scenario = new Scenario(model => model.Entity<Order>().OwnsMany(o => o.Lines, line =>
        {
            if (isKeyOfOwner)
            {
                line.HasKey("OrderId", "Id");
            }
            else
            {
                line.HasKey(l => l.Id);
            }
        }));
        scenario.Save(new Order { Id = "1", Lines = [new Line { Id = 5, Text = "a" }, new Line { Id = 6, Text = "b" }] });
        Change(order => order.Lines.RemoveAt(0)).ShouldBe("6b");
        Change(order => order.Lines[0].Text = "c").ShouldBe("6c");
        Change(order => order.Lines.Add(new Line { Id = 7, Text = "d" })).ShouldBe("6c, 7d");
        Change(order => order.Lines = [new Line { Id = 7, Text = "e" }]).ShouldBe("7e");
        Change(order => order.Lines.Clear()).ShouldBe("");

        string Change(Action<Order> change)
        {
            using (var context = scenario.Open())
            {
                change(context.Find<Order>("1")!);
                context.SaveChanges();
            }

            using var other = scenario.Open();
            return string.Join(", ", other.Find<Order>("1")!.Lines.Select(line => $"{line.Id}{line.Text}"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Seed_data_of_lists_need_no_positions(bool hasPositions)
    {
        using var scenario = new Scenario(model => model.Entity<Owner>(owner =>
        {
            owner.HasData(new { Id = 1 }, new { Id = 2 });
            owner.OwnsMany(o => o.Parts, parts =>
            {
                object[] data = hasPositions
                    ? [new { OwnerId = 1, Id = 1, Sku = "a" }, new { OwnerId = 2, Id = 1, Sku = "b" }, new { OwnerId = 1, Id = 2, Sku = "c" }]
                    : [new { OwnerId = 1, Sku = "a" }, new { OwnerId = 2, Sku = "b" }, new { OwnerId = 1, Sku = "c" }];
                parts.HasData(data);
                parts.OwnsMany(p => p.Marks).HasData(new { PartOwnerId = 1, PartId = 2, Text = "x" }, new { PartOwnerId = 1, PartId = 2, Text = "y" });
            });
        }));
        using var context = scenario.Open();

        context.Find<Owner>(1)!.Parts.Select(part => part.Sku).ShouldBe(["a", "c"]);
        context.Find<Owner>(1)!.Parts[1].Marks.Select(mark => mark.Text).ShouldBe(["x", "y"]);
        context.Find<Owner>(2)!.Parts.ShouldHaveSingleItem().Sku.ShouldBe("b");
    }

    [Fact]
    public void Seed_data_of_lists_without_a_required_value_are_refused_by_name()
        => Refuse(new { OwnerId = 1 }).ShouldContain("'Sku'");

    [Fact]
    public void Seed_data_of_lists_without_an_owner_are_refused_by_name()
        => Refuse(new { Sku = "a" }).ShouldContain("'OwnerId'");

    [Fact]
    public void Seed_data_of_lists_with_a_value_of_another_type_are_refused_by_name()
        => Refuse(new { OwnerId = 1, Sku = 5 }).ShouldContain("'Sku'");

    [Fact]
    public void Seed_data_of_lists_with_one_position_twice_are_refused_by_name()
        => Refuse(new { OwnerId = 1, Id = 1, Sku = "a" }, new { OwnerId = 1, Id = 1, Sku = "b" }).ShouldContain("Part");

    private static string Refuse(params object[] data)
        => Metadata.ModelHarness.Refuse(model => model.Entity<Owner>().OwnsMany(o => o.Parts, parts =>
        {
            parts.OwnsMany(p => p.Marks);
            parts.HasData(data);
        }));

    private static void CheckList(Action<OwnedNavigationBuilder<Owner, Part>> configure)
    {
        using var scenario = new Scenario(model => model.Entity<Owner>().OwnsMany(o => o.Parts, part =>
        {
            configure(part);
            part.OwnsMany(p => p.Marks);
        }));
        scenario.Save(
            new Owner { Id = 1, Parts = [new Part { Sku = "a", Marks = [new Mark { Text = "x" }] }, new Part { Sku = "b" }] },
            new Owner { Id = 2, Parts = [new Part { Sku = "c" }] });
        using (var context = scenario.Open())
        {
            var owner = context.Find<Owner>(1)!;
            context.Find<Owner>(2)!.Parts.ShouldHaveSingleItem().Sku.ShouldBe("c");
            owner.Parts[0].Sku = "d";
            owner.Parts[0].Marks.Add(new Mark { Text = "y" });
            owner.Parts.RemoveAt(1);
            owner.Parts.Add(new Part { Sku = "e" });
            context.SaveChanges();
        }

        using var other = scenario.Open();
        var changed = other.Find<Owner>(1)!;
        changed.Parts.Select(part => part.Sku).ShouldBe(["d", "e"]);
        changed.Parts[0].Marks.Select(mark => mark.Text).ShouldBe(["x", "y"]);
    }

    private sealed class Owner
    {
        public int Id { get; set; }

        public List<Part> Parts { get; set; } = [];
    }

    private sealed class Part
    {
        public required string Sku { get; set; }

        public List<Mark> Marks { get; set; } = [];
    }

    private sealed class Mark
    {
        public string Text { get; set; } = "";
    }

    private sealed class Order
    {
        public string Id { get; set; } = "";

        public List<Line> Lines { get; set; } = [];
    }

    private sealed class Line
    {
        public int Id { get; set; }

        public string Text { get; set; } = "";
    }
}
