using System.ComponentModel.DataAnnotations.Schema;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Tests.Metadata;

public sealed class ConventionTests
{
    [Fact]
    public void A_class_without_configuration_has_a_table_with_its_key_as_partition_key()
    {
        var product = Build<Product>();

        var layout = product.GetKeyLayout();
        layout.TableName.ShouldBe("Product");
        layout.PartitionKey.AttributeName.ShouldBe("Id");
        layout.PartitionKey.Property.ShouldBe(product.FindProperty("Id"));
        layout.PartitionKey.IsComputed.ShouldBeFalse();
        layout.PartitionKey.AttributeType.ShouldBe(AttributeType.Number);
        layout.SortKey.ShouldBeNull();
        layout.IsCoveredByPrimaryKey.ShouldBeTrue();
    }

    [Fact]
    public void The_table_has_the_name_of_the_DbSet()
    {
        using var context = new SetContext();
        context.Model.FindEntityType(typeof(Product))!.GetDynamoTableName().ShouldBe("Products");
        context.Model.FindEntityType(typeof(Order))!.GetDynamoTableName().ShouldBe("explicit");
    }

    [Fact]
    public void A_key_of_two_properties_is_partition_key_and_sort_key()
    {
        var layout = Build<Order>(b => b.HasKey(o => new { o.CustomerId, o.Id })).GetKeyLayout();

        layout.PartitionKey.AttributeName.ShouldBe("CustomerId");
        layout.SortKey!.AttributeName.ShouldBe("Id");
    }

    [Fact]
    public void The_primary_key_is_the_set_of_template_properties()
        => KeyNames(Build<Order>(b =>
        {
            b.HasPartitionKey(o => $"CUSTOMER#{o.CustomerId}");
            b.HasSortKey(o => $"ORDER#{o.PlacedAt:O}#{o.Id}");
        })).ShouldBe(["CustomerId", "PlacedAt", "Id"]);

    [Fact]
    public void A_template_property_that_comes_twice_is_in_the_primary_key_once()
        => KeyNames(Build<Order>(b =>
        {
            b.HasPartitionKey(o => $"CUSTOMER#{o.CustomerId}");
            b.HasSortKey(o => $"ORDER#{o.CustomerId}#{o.Id}");
        })).ShouldBe(["CustomerId", "Id"]);

    [Fact]
    public void An_explicit_primary_key_stays_and_is_known_not_to_cover_the_templates()
    {
        var order = Build<Order>(b =>
        {
            b.HasKey(o => o.Id);
            b.HasPartitionKey(o => $"CUSTOMER#{o.CustomerId}");
            b.HasSortKey(o => $"ORDER#{o.Id}");
        });

        KeyNames(order).ShouldBe(["Id"]);
        order.GetKeyLayout().IsCoveredByPrimaryKey.ShouldBeFalse();
    }

    [Fact]
    public void A_constant_sort_key_adds_nothing_to_the_primary_key()
        => KeyNames(Build<Product>(b =>
        {
            b.HasPartitionKey(p => $"PRODUCT#{p.Id}");
            b.HasSortKey(p => "PROFILE");
        })).ShouldBe(["Id"]);

    [Fact]
    public void String_templates_say_the_same_as_lambdas()
    {
        var order = Build<Order>(b => b.HasPartitionKey("CUSTOMER#{CustomerId}").HasSortKey("ORDER#{PlacedAt:O}#{Id}"));

        KeyNames(order).ShouldBe(["CustomerId", "PlacedAt", "Id"]);
        order.GetKeyLayout().SortKey!.Template.ToString().ShouldBe("ORDER#{PlacedAt:O}#{Id}");
    }

    [Fact]
    public void A_bare_property_under_another_attribute_name_is_a_computed_copy()
    {
        var key = Build<Product>(b => b.HasPartitionKey(p => p.Id, "PK")).GetKeyLayout().PartitionKey;

        key.AttributeName.ShouldBe("PK");
        key.IsComputed.ShouldBeTrue();
        key.Property!.Name.ShouldBe("Id");
        key.AttributeType.ShouldBe(AttributeType.Number);
    }

    [Fact]
    public void A_bare_property_has_the_propertys_attribute_name()
        => Build<Product>(b => b.Property(p => p.Id).HasAttributeName("pid")).GetKeyLayout().PartitionKey.AttributeName.ShouldBe("pid");

    [Fact]
    public void A_template_may_reach_into_a_complex_property()
    {
        var place = ModelHarness.Build(builder => builder.Entity<Place>(b =>
        {
            b.ComplexProperty(p => p.Address);
            b.HasKey(p => p.Id);
            b.HasPartitionKey(p => $"CITY#{p.Address.City}");
            b.HasSortKey(p => $"PLACE#{p.Id}");
            b.OwnsOne(p => p.Position);
            b.OwnsMany(p => p.Visits);
        })).FindEntityType(typeof(Place))!;

        var hole = place.GetKeyLayout().PartitionKey.Holes.ShouldHaveSingleItem();
        hole.Path.Select(member => member.Name).ShouldBe(["Address", "City"]);
        hole.Property.Name.ShouldBe("City");
        place.GetKeyLayout().IsCoveredByPrimaryKey.ShouldBeFalse();
    }

    [Fact]
    public void A_hole_of_a_strongly_typed_id_formats_the_converted_value()
    {
        var ticket = Build<Ticket>(b =>
        {
            b.Property(t => t.Id).HasConversion(id => id.Value, value => new TicketId(value));
            b.HasKey(t => t.Id);
            b.HasPartitionKey(t => $"TICKET#{t.Id}");
        });

        var hole = ticket.GetKeyLayout().PartitionKey.Holes.ShouldHaveSingleItem();
        hole.Converter.ShouldNotBeNull();
        hole.FormattedType.ShouldBe(typeof(Guid));
        hole.Hole.ClrType.ShouldBe(typeof(Guid));
    }

    [Fact]
    public void Index_keys_are_properties_or_computed_attributes_named_after_the_index()
    {
        var indexes = Build<Order>(b =>
        {
            b.HasGlobalSecondaryIndex("by-status").HasPartitionKey(o => o.Status).HasSortKey(o => o.PlacedAt, o => o.Id);
            b.HasGlobalSecondaryIndex("by-day").HasPartitionKey(
                o => $"DAY#{o.PlacedAt:yyyy-MM-dd}").HasSortKey(o => $"{o.Status}").HasProjection(ProjectionType.KeysOnly);
        }).GetSecondaryIndexes();

        indexes.Select(index => index.Name).ShouldBe(["by-status", "by-day"]);
        indexes[0].PartitionKeys.Select(key => key.AttributeName).ShouldBe(["Status"]);
        indexes[0].SortKeys.Select(key => key.AttributeName).ShouldBe(["PlacedAt", "Id"]);
        indexes[0].Projection.ProjectionType.ShouldBe(ProjectionType.All);
        indexes[1].PartitionKeys.ShouldHaveSingleItem().AttributeName.ShouldBe("by-dayPK");
        indexes[1].SortKeys.ShouldHaveSingleItem().AttributeName.ShouldBe("by-daySK");
        indexes[1].Projection.ProjectionType.ShouldBe(ProjectionType.KeysOnly);
    }

    [Fact]
    public void A_derived_type_has_the_indexes_of_its_base_and_its_own()
    {
        var model = ModelHarness.Build(builder =>
        {
            builder.Entity<Product>().HasGlobalSecondaryIndex("by-name").HasPartitionKey(p => p.Name);
            builder.Entity<Book>().HasGlobalSecondaryIndex("by-author").HasPartitionKey(b => b.Author);
        });

        model.FindEntityType(typeof(Product))!.GetSecondaryIndexes().Select(index => index.Name).ShouldBe(["by-name"]);
        model.FindEntityType(typeof(Book))!.GetSecondaryIndexes().Select(index => index.Name).ShouldBe(["by-name", "by-author"], ignoreOrder: true);
        model.GetTables().ShouldHaveSingleItem().SecondaryIndexes.Select(index => index.Name).ShouldBe(["by-author", "by-name"]);
    }

    [Fact]
    public void Entity_types_of_one_table_get_a_discriminator()
    {
        var model = ModelHarness.Build(builder =>
        {
            builder.Entity<Product>().ToDynamoTable("shared").HasPartitionKey(p => $"PRODUCT#{p.Id}");
            builder.Entity<Order>().ToDynamoTable("shared").HasPartitionKey(o => $"ORDER#{o.Id}");
        });

        foreach (var type in model.GetEntityTypes())
        {
            type.FindDiscriminatorProperty()!.GetAttributeName().ShouldBe("Discriminator");
            type.GetDiscriminatorValue().ShouldBe(type.ShortName());
        }
    }

    [Fact]
    public void An_entity_type_alone_in_its_table_needs_no_discriminator()
        => Build<Product>().FindDiscriminatorProperty().ShouldBeNull();

    [Fact]
    public void Guids_in_keys_are_generated_and_numbers_are_not()
    {
        Build<Session>(b => b.HasPartitionKey(s => $"USER#{s.UserId}").HasSortKey(s => $"SESSION#{s.Id}"))
            .FindProperty("Id")!.ValueGenerated.ShouldBe(ValueGenerated.OnAdd);
        Build<Product>().FindProperty("Id")!.ValueGenerated.ShouldBe(ValueGenerated.Never);
    }

    [Fact]
    public void Owned_types_in_a_list_are_known_by_their_position()
    {
        var place = ModelHarness.Build(builder => builder.Entity<Place>(b =>
        {
            b.ComplexProperty(p => p.Address);
            b.OwnsOne(p => p.Position);
            b.OwnsMany(p => p.Visits).HasAttributeName("visited");
        })).FindEntityType(typeof(Place))!;

        var navigation = place.FindNavigation("Visits")!;
        navigation.GetAttributeName().ShouldBe("visited");
        navigation.TargetEntityType.IsNested().ShouldBeTrue();
        navigation.TargetEntityType.GetDynamoTableName().ShouldBeNull();
        navigation.TargetEntityType.GetProperties().Where(property => property.IsStored()).Select(property => property.Name).ShouldBe(
            ["Id", "On"], ignoreOrder: true);
        navigation.TargetEntityType.FindPrimaryKey()!.Properties.Count(property => property.IsOrdinal()).ShouldBe(1);
        place.FindNavigation("Position")!.TargetEntityType.GetProperties().Where(property => property.IsStored()).Select(property => property.Name)
            .ShouldBe(["X", "Y"], ignoreOrder: true);
    }

    [Fact]
    public void Owned_types_nest_to_any_depth_and_store_no_keys()
    {
        var model = ModelHarness.Build(builder => builder.Entity<Outer>().OwnsMany(o => o.Middles, middle =>
        {
            middle.OwnsMany(m => m.Inners);
            middle.OwnsOne(m => m.Position);
        }));

        foreach (var type in model.GetEntityTypes().Where(type => type.IsNested()))
        {
            type.GetProperties().Where(property => property.IsStored()).ShouldAllBe(property => !property.IsShadowProperty());
        }

        model.GetEntityTypes().Count(type => type.IsNested()).ShouldBe(3);
        model.GetTables().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_time_to_live_is_a_number()
    {
        var session = Build<Session>(b => b.HasTimeToLive(s => s.ExpiresAt));

        session.GetTimeToLiveProperty()!.Name.ShouldBe("ExpiresAt");
        ((DynamoTypeMapping)session.FindProperty("ExpiresAt")!.GetTypeMapping()).AttributeType.ShouldBe(AttributeType.Number);
        ((DynamoTypeMapping)session.FindProperty("StartedAt")!.GetTypeMapping()).AttributeType.ShouldBe(AttributeType.String);
    }

    [Fact]
    public void Relationships_between_items_are_allowed_also_many_to_many()
    {
        var model = ModelHarness.Build(builder =>
        {
            builder.Entity<Author>().HasMany(a => a.Books).WithMany();
            builder.Entity<Book>();
        });

        var join = model.GetEntityTypes().Single(type => type.HasSharedClrType);
        join.GetKeyLayout().SortKey.ShouldNotBeNull();
    }

    [Fact]
    public void Data_annotations_name_tables_and_attributes()
    {
        var annotated = Build<Annotated>();

        annotated.GetDynamoTableName().ShouldBe("annotated-things");
        annotated.FindProperty("Name")!.GetAttributeName().ShouldBe("n");
        Build<Annotated>(b =>
        {
            b.ToDynamoTable("fluent");
            b.Property(a => a.Name).HasAttributeName("f");
        }).FindProperty("Name")!.GetAttributeName().ShouldBe("f");
    }

    private static IEnumerable<string> KeyNames(IEntityType entityType) => entityType.FindPrimaryKey()!.Properties.Select(property => property.Name);

    private static IEntityType Build<TEntity>(Action<Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<TEntity>>? configure = null)
        where TEntity : class
        => ModelHarness.Build(builder =>
        {
            var entity = builder.Entity<TEntity>();
            configure?.Invoke(entity);
        }).FindEntityType(typeof(TEntity))!;

    internal class Product
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";
    }

    internal sealed class Book : Product
    {
        public string Author { get; set; } = "";
    }

    internal sealed class Author
    {
        public int Id { get; set; }

        public List<Book> Books { get; set; } = [];
    }

    internal enum Status
    {
        New,
        Paid,
    }

    internal sealed class Order
    {
        public int Id { get; set; }

        public int CustomerId { get; set; }

        public Status Status { get; set; }

        public DateTimeOffset PlacedAt { get; set; }
    }

    internal sealed class Session
    {
        public Guid Id { get; set; }

        public int UserId { get; set; }

        public DateTime StartedAt { get; set; }

        public DateTime? ExpiresAt { get; set; }
    }

    [Table("annotated-things")]
    internal sealed class Annotated
    {
        public int Id { get; set; }

        [Column("n")]
        public string Name { get; set; } = "";
    }

    internal readonly record struct TicketId(Guid Value);

    internal sealed class Ticket
    {
        public TicketId Id { get; set; }
    }

    internal sealed class Place
    {
        public int Id { get; set; }

        public Address Address { get; set; } = new();

        public Position? Position { get; set; }

        public List<Visit> Visits { get; set; } = [];
    }

    internal sealed class Address
    {
        public string City { get; set; } = "";
    }

    internal sealed class Position
    {
        public double X { get; set; }

        public double Y { get; set; }
    }

    internal sealed class Outer
    {
        public int Id { get; set; }

        public List<Middle> Middles { get; set; } = [];
    }

    internal sealed class Middle
    {
        public string Name { get; set; } = "";

        public List<Visit> Inners { get; set; } = [];

        public Position? Position { get; set; }
    }

    internal sealed class Visit
    {
        public int Id { get; set; }

        public DateOnly On { get; set; }
    }

    private sealed class SetContext : DbContext
    {
        public DbSet<Product> Products => Set<Product>();

        public DbSet<Order> Orders => Set<Order>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().ToDynamoTable("explicit");
    }
}
