using System.ComponentModel.DataAnnotations.Schema;
using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Metadata;

/// <summary>A model written with the verbs of EF's relational package: names and defaults are honored, the rest is named in one warning.</summary>
public sealed class RelationalConfigurationTests
{
    [Fact]
    public void Names_of_tables_columns_and_JSON_are_those_of_tables_and_attributes()
    {
        var type = ModelHarness.Build(model => model.Entity<Order>(order =>
        {
            order.ToTable("orders");
            order.Property(o => o.Text).HasColumnName("order_text");
            order.Property(o => o.Number).HasColumnName("number").HasAttributeName("n");
            order.ComplexProperty(o => o.Address, address => address.ToJson("address_json").Property(a => a.City).HasJsonPropertyName("city"));
            order.OwnsMany(o => o.Lines, lines => lines.ToJson("lines_json").Property(l => l.Sku).HasColumnName("sku"));
        })).FindEntityType(typeof(Order))!;

        type.GetDynamoTableName().ShouldBe("orders");
        type.FindProperty(nameof(Order.Text))!.GetAttributeName().ShouldBe("order_text");
        type.FindProperty(nameof(Order.Number))!.GetAttributeName().ShouldBe("n");
        var address = type.FindComplexProperty(nameof(Order.Address))!;
        address.GetAttributeName().ShouldBe("address_json");
        address.ComplexType.FindProperty(nameof(Address.City))!.GetAttributeName().ShouldBe("city");
        var lines = type.FindNavigation(nameof(Order.Lines))!;
        lines.GetAttributeName().ShouldBe("lines_json");
        lines.TargetEntityType.FindProperty(nameof(Line.Sku))!.GetAttributeName().ShouldBe("sku");
        Warnings(model => model.Entity<Order>(order =>
        {
            order.ToTable("orders").Property(o => o.Text).HasColumnName("order_text");
            order.ComplexProperty(o => o.Address, address => address.ToJson("address_json"));
            order.OwnsMany(o => o.Lines, lines => lines.ToJson("lines_json"));
        })).ShouldBeEmpty();
    }

    [Fact]
    public void What_the_proxies_of_EF_remember_is_no_configuration_of_another_database()
        => Warnings(model => Plain(model).Metadata.Model.SetAnnotation("Proxies:LazyLoading", true)).ShouldBeEmpty();

    [Fact]
    public void ToDynamoTable_wins_over_ToTable()
        => ModelHarness.Build(model => Plain(model).ToDynamoTable("dynamo").ToTable("relational"))
            .FindEntityType(typeof(Order))!.GetDynamoTableName().ShouldBe("dynamo");

    [Fact]
    public void Default_values_are_set_when_an_entity_is_added_without()
    {
        using var scenario = new Scenario(model => Plain(model, order =>
        {
            order.Property(o => o.Number).HasDefaultValue(5);
            order.Property(o => o.Maybe).HasDefaultValue(6);
            order.Property(o => o.Text).HasDefaultValue("none");
            order.Property(o => o.IsOpen).HasDefaultValue(true);
            order.Property(o => o.Day).HasDefaultValue(DayOfWeek.Friday).HasConversion<string>();
            order.PrimitiveCollection(o => o.Tags).HasDefaultValue(new List<string> { "new" });
            order.OwnsMany(o => o.Lines, lines => lines.Property(l => l.Count).HasDefaultValue(1));
        }));
        using (var context = scenario.Open())
        {
            var (first, second) = (new Order
            {
                Id = 1,
                IsOpen = true,
                Lines = [new Line()],
            }, new Order { Id = 2, Number = 7, Maybe = 0, Text = "x", IsOpen = false, Day = DayOfWeek.Monday, Tags = [] });
            context.AddRange(first, second);
            first.Tags!.Add("mine");
            context.SaveChanges();
        }

        using var other = scenario.Open();
        var defaults = other.Find<Order>(1)!;
        (defaults.Number, defaults.Maybe, defaults.Text, defaults.IsOpen, defaults.Day, defaults.Lines[0].Count).ShouldBe(
            (5, 6, "none", true, DayOfWeek.Friday, 1));
        defaults.Tags.ShouldBe(["new", "mine"]);
        var values = other.Find<Order>(2)!;
        (values.Number, values.Maybe, values.Text, values.IsOpen, values.Day).ShouldBe((7, 0, "x", false, DayOfWeek.Monday));
        var third = new Order { Id = 3 };
        other.Add(third);
        third.Tags.ShouldBe(["new"]);
    }

    [Fact]
    public void What_DynamoDB_cannot_do_is_named_in_one_warning()
    {
        var warning = Warnings(model =>
        {
            model.HasSequence<int>("numbers");
            model.HasDefaultSchema("dbo");
            model.Entity<Base>().UseTptMappingStrategy();
            model.Entity<Derived>().ToTable("derived");
            Plain(model, order =>
            {
                order.ToTable("orders", "sales", table => table.HasCheckConstraint("positive", "Number > 0")).ToTable(table => table.HasTrigger("audit"));
                order.Property(o => o.Number).HasDefaultValueSql("1").HasAnnotation("SqlServer:ValueGenerationStrategy", "SequenceHiLo");
                order.Property(o => o.Maybe).HasComputedColumnSql("Number + 1");
                order.Property(o => o.Text).UseCollation("nocase").HasColumnType("char(3)").IsFixedLength();
                order.HasIndex(o => o.Text).HasDatabaseName("ix").HasFilter("Text is not null");
                order.OwnsMany(o => o.Lines, lines => lines.ToTable("lines"));
                order.ComplexProperty(o => o.Address).Property(a => a.City).HasDefaultValue("none");
            });
        }).ShouldHaveSingleItem();

        foreach (var text in new[]
        {
            "HasSequence (the model)",
            "HasDefaultSchema (the model)",
            "UseTptMappingStrategy or UseTpcMappingStrategy (Base)",
            "HasCheckConstraint (Order)",
            "HasTrigger (Order)",
            "the schema of a table (Order)",
            "HasDefaultValueSql (Order.Number)",
            "SqlServer:ValueGenerationStrategy (Order.Number)",
            "HasComputedColumnSql (Order.Maybe)",
            "UseCollation (Order.Text)",
            "HasColumnType (Order.Text)",
            "IsFixedLength (Order.Text)",
            "HasFilter (Order.Text)",
            "ToTable (",
            "Derived",
            "Line",
            "HasDefaultValue (Order.Address#Address.City)",
        })
        {
            warning.ShouldContain(text);
        }
    }

    [Fact]
    public void Data_annotations_that_are_ignored_are_named_too()
    {
        var warning = Warnings(model =>
        {
            model.Entity<Annotated>().OwnsOne(a => a.Part);
            model.Entity<AnnotatedToo>();
        }).ShouldHaveSingleItem();

        warning.ShouldContain("HasColumnType (Annotated.Price)");
        warning.ShouldContain("the schema of a table (Annotated)");
        warning.ShouldContain("ToTable (");
        warning.ShouldContain("AnnotatedPart");
        warning.ShouldContain("AnnotatedToo");
    }

    [Fact]
    public void A_model_in_the_words_of_this_provider_warns_of_nothing()
        => Warnings(model => Plain(model, order => order.HasGlobalSecondaryIndex("by-text").HasPartitionKey(o => o.Text))).ShouldBeEmpty();

    private static Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Order> Plain(
        ModelBuilder model, Action<Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Order>>? configure = null)
    {
        var order = model.Entity<Order>();
        order.ComplexProperty(o => o.Address);
        order.OwnsMany(o => o.Lines);
        configure?.Invoke(order);
        return order;
    }

    private static List<string> Warnings(Action<ModelBuilder> configure)
    {
        var warnings = new List<string>();
        using var context = new ScenarioContext(
            "Data Source=:memory:",
            configure,
            options => options.LogTo(warnings.Add, [DynamoEventId.ConfigurationIgnored], Microsoft.Extensions.Logging.LogLevel.Warning));
        _ = context.Model;
        return warnings;
    }

    [Table("annotated", Schema = "sales")]
    private class Annotated
    {
        public int Id { get; set; }

        public AnnotatedPart? Part { get; set; }

        [Column("price", TypeName = "decimal(5,2)")]
        public decimal Price { get; set; }
    }

    [Table("annotated_too")]
    private sealed class AnnotatedToo : Annotated;

    [Table("annotated_parts")]
    private sealed class AnnotatedPart
    {
        public int Number { get; set; }
    }

    private class Base
    {
        public int Id { get; set; }
    }

    private sealed class Derived : Base;

    private sealed class Order
    {
        public int Id { get; set; }

        public int Number { get; set; }

        public int? Maybe { get; set; }

        public string? Text { get; set; }

        public bool IsOpen { get; set; }

        public DayOfWeek Day { get; set; }

        public List<string>? Tags { get; set; }

        public Address Address { get; set; } = new();

        public List<Line> Lines { get; set; } = [];
    }

    private sealed class Address
    {
        public string? City { get; set; }
    }

    private sealed class Line
    {
        public string? Sku { get; set; }

        public int Count { get; set; }
    }
}
