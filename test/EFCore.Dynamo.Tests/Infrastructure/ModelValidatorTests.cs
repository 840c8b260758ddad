using System.ComponentModel.DataAnnotations.Schema;
using EFCore.Dynamo.Metadata.Conventions;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Tests.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EFCore.Dynamo.Tests.Infrastructure;

/// <summary>Each mistake is refused with a sentence that names the entity, the member and the call that fixes it.</summary>
public sealed class ModelValidatorTests
{
    [Fact]
    public void An_entity_type_without_any_key_is_refused()
        => ModelHarness.Refuse(builder => builder.Entity<Keyless>())
            .ShouldBe("The entity type 'Keyless' has no key, so its items cannot be addressed. Give it a property 'Id', "
                + "call HasKey or HasPartitionKey, or make it a part of another entity type with ComplexProperty, OwnsOne or OwnsMany.");

    [Fact]
    public void A_keyless_entity_type_is_refused()
        => ModelHarness.Refuse(builder => builder.Entity<Keyless>().HasNoKey()).ShouldContain("The entity type 'Keyless' has no key");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Seed_data_of_a_keyless_entity_type_are_refused(bool hasItemKey)
        => ModelHarness.Refuse(builder =>
        {
            var keyless = builder.Entity<Keyless>().HasNoKey();
            keyless.HasData(new { Name = "a" });
            if (hasItemKey)
            {
                keyless.HasPartitionKey(k => k.Name);
            }
        }).ShouldStartWith("The seed entity for entity type 'Keyless' cannot be added because");

    [Fact]
    public void A_sort_key_without_a_partition_key_is_refused()
        => Refuse(b => b.HasSortKey(t => t.Name)).ShouldBe("The entity type 'Thing' has a sort key but no partition key. Call HasPartitionKey as well.");

    [Fact]
    public void A_key_of_three_properties_without_templates_is_refused()
        => Refuse(b => b.HasKey(t => new { t.Id, t.Name, t.Number }))
            .ShouldStartWith("The key of the entity type 'Thing' has more than two properties (Id, Name, Number)");

    [Fact]
    public void A_template_that_names_an_unknown_member_is_refused()
        => Refuse(b => b.HasPartitionKey("X#{Nowhere}"))
            .ShouldStartWith("The key template \"X#{Nowhere}\" of the entity type 'Thing' names 'Nowhere', which is no mapped property.");

    [Fact]
    public void A_string_that_is_no_template_is_refused_where_it_was_written()
        => Refuse(b => b.HasPartitionKey("X#{Id")).ShouldStartWith("A key of the entity type 'Thing' is not a key template.");

    [Fact]
    public void A_lambda_that_is_no_template_is_refused_where_it_was_written()
        => Refuse(b => b.HasPartitionKey(t => t.Number + 1)).ShouldStartWith("A key of the entity type 'Thing' is not a key template.");

    [Fact]
    public void A_template_with_two_readings_is_refused()
        => Refuse(b => b.HasPartitionKey(t => $"{t.Id}{t.Name}")).ShouldStartWith(
            "A key of the entity type 'Thing' is not a key template. In the key template");

    [Fact]
    public void A_boolean_key_is_refused()
        => Refuse(b => b.HasPartitionKey(t => t.IsActive))
            .ShouldStartWith("'Thing.IsActive' of the type Boolean is part of a key, but a key attribute is a string, a number or binary. Call HasConversion");

    [Fact]
    public void A_boolean_index_key_is_refused()
        => Refuse(b => b.HasGlobalSecondaryIndex("by-active").HasPartitionKey(t => t.IsActive)).ShouldStartWith(
            "'Thing.IsActive' of the type Boolean is part of a key");

    [Fact]
    public void A_list_in_a_template_is_refused()
        => Refuse(b =>
        {
            b.HasKey(t => t.Id);
            b.HasPartitionKey(t => $"{t.Id}#{t.Tags}");
        }).ShouldStartWith("The key template \"{Id}#{Tags}\" of the entity type 'Thing' holds 'Tags'");

    [Fact]
    public void A_nullable_property_in_a_key_template_is_refused()
        => Refuse(b =>
        {
            b.HasKey(t => t.Id);
            b.HasPartitionKey(t => $"{t.Id}#{t.Note}");
        }).ShouldBe(
            "The key template \"{Id}#{Note}\" of the entity type 'Thing' holds 'Note', which may be null, but an item must have a key. "
            + "Call IsRequired() on the property, or leave it out of the key.");

    [Fact]
    public void A_property_name_without_braces_is_refused()
        => Refuse(b =>
        {
            b.HasPartitionKey("Id");
            b.HasSortKey(t => t.Id);
        }).ShouldContain("Write HasPartitionKey(\"{Id}\") or HasPartitionKey(x => x.Id) for the property's value.");

    [Fact]
    public void One_attribute_for_both_keys_is_refused()
        => Refuse(b =>
        {
            b.HasPartitionKey(t => t.Id);
            b.HasSortKey(t => t.Id);
        }).ShouldStartWith("Partition key and sort key of the entity type 'Thing' are the same attribute 'Id'.");

    [Fact]
    public void A_set_as_primitive_collection_is_refused()
        => Refuse(b => b.PrimitiveCollection(t => t.Labels))
            .ShouldStartWith("The property 'Thing.Labels' is a set, and EF takes primitive collections for lists. Remove the call of PrimitiveCollection");

    [Fact]
    public void A_number_generated_on_add_is_refused()
        => Refuse(b => b.Property(t => t.Number).ValueGeneratedOnAdd())
            .ShouldStartWith("The property 'Thing.Number' is a number that gets its value on add, but DynamoDB generates no numbers.");

    [Fact]
    public void An_unknown_time_to_live_property_is_refused()
        => Refuse(b => b.HasTimeToLive("Nowhere")).ShouldStartWith("The time to live of the entity type 'Thing' is 'Nowhere', which is no mapped property.");

    [Fact]
    public void A_time_to_live_that_is_no_time_is_refused()
        => Refuse(b => b.HasTimeToLive(t => t.Name))
            .ShouldStartWith("The time to live of the entity type 'Thing' is 'Name' of the type String, but DynamoDB needs a number of epoch seconds.");

    [Fact]
    public void A_global_index_without_a_partition_key_is_refused()
        => Refuse(b => b.HasGlobalSecondaryIndex("by-name").HasSortKey(t => t.Name))
            .ShouldBe("The global secondary index 'by-name' of the entity type 'Thing' has no partition key. Call HasPartitionKey on it.");

    [Fact]
    public void A_global_index_with_five_sort_keys_is_refused()
        => Refuse(
            b => b.HasGlobalSecondaryIndex("wide").HasPartitionKey(t => t.Name).HasSortKey(t => t.Id, t => t.Number, t => t.Other, t => t.Note, t => t.Expires))
            .ShouldStartWith("The global secondary index 'wide' of the entity type 'Thing' has more than four");

    [Fact]
    public void A_local_index_without_a_sort_key_is_refused()
        => Refuse(b =>
        {
            b.HasKey(t => new { t.Id, t.Name });
            b.HasLocalSecondaryIndex("empty");
        }).ShouldBe("The local secondary index 'empty' of the entity type 'Thing' has no sort key. Call HasSortKey on it.");

    [Fact]
    public void A_local_index_of_a_table_without_a_sort_key_is_refused()
        => Refuse(b => b.HasLocalSecondaryIndex("by-name").HasSortKey(t => t.Name))
            .ShouldStartWith("The entity type 'Thing' has the local secondary index 'by-name', but its table has no sort key");

    [Fact]
    public void One_attribute_twice_in_an_index_is_refused()
        => Refuse(b => b.HasGlobalSecondaryIndex("by-name").HasPartitionKey(t => t.Name).HasSortKey(t => t.Name))
            .ShouldStartWith("The index 'by-name' of the entity type 'Thing' has the attribute 'Name' twice in its key.");

    [Fact]
    public void An_index_that_is_both_global_and_local_is_refused()
        => Refuse(b =>
        {
            b.HasGlobalSecondaryIndex("by-name").HasPartitionKey(t => t.Name);
            b.HasLocalSecondaryIndex("by-name");
        }).ShouldStartWith("The entity type 'Thing' declares the index 'by-name' both as global and as local.");

    [Fact]
    public void Included_properties_need_the_include_projection()
        => Refuse(b => b.HasGlobalSecondaryIndex("by-name").HasPartitionKey(t => t.Name).HasProjection(ProjectionType.KeysOnly, "Note"))
            .ShouldStartWith("The projection of the index 'by-name' of the entity type 'Thing' names properties without being Include");

    [Fact]
    public void An_unknown_included_property_is_refused()
        => Refuse(b => b.HasGlobalSecondaryIndex("by-name").HasPartitionKey(t => t.Name).HasProjection(ProjectionType.Include, "Nowhere"))
            .ShouldStartWith("The index 'by-name' of the entity type 'Thing' includes 'Nowhere', which is no mapped property.");

    [Fact]
    public void Two_properties_of_one_attribute_name_are_refused()
        => Refuse(b => b.Property(t => t.Note).HasAttributeName("Name"))
            .ShouldBe("'Thing.Name' and 'Thing.Note' are both the attribute 'Name'. Call HasAttributeName on one of them.");

    [Fact]
    public void Two_members_of_one_nested_map_with_one_name_are_refused()
        => ModelHarness.Refuse(builder => builder.Entity<Place>().ComplexProperty(p => p.Address, b => b.Property(a => a.City).HasAttributeName("Street")))
            .ShouldContain("are both the attribute 'Street'");

    [Fact]
    public void A_too_long_attribute_name_is_refused()
        => Refuse(b => b.Property(t => t.Note).HasAttributeName(new string('n', 65536))).ShouldStartWith(
            "The attribute name of 'Thing.Note' is longer than 65535 bytes.");

    [Fact]
    public void A_too_long_key_attribute_name_is_refused()
        => Refuse(b => b.Property(t => t.Id).HasAttributeName(new string('n', 256))).ShouldContain("has a name longer than 255 bytes");

    [Fact]
    public void A_computed_key_on_a_propertys_attribute_is_refused()
        => Refuse(b => b.HasPartitionKey(t => $"THING#{t.Id}", "Name"))
            .ShouldStartWith("The attribute 'Name' of the entity type 'Thing' is to hold both the key \"THING#{Id}\" and the property 'Name'.");

    [Fact]
    public void Two_computed_keys_on_one_attribute_are_refused()
        => Refuse(b =>
        {
            b.HasPartitionKey(t => $"THING#{t.Id}");
            b.HasGlobalSecondaryIndex("by-name").HasPartitionKey(t => $"NAME#{t.Name}", "PK");
        }).ShouldStartWith("The attribute 'PK' of the entity type 'Thing' is to hold both the key \"THING#{Id}\" and the key \"NAME#{Name}\".");

    [Theory]
    [InlineData("ab")]
    [InlineData("has space")]
    [InlineData("ümlaut")]
    public void An_impossible_table_name_is_refused(string name)
        => Refuse(b => b.ToDynamoTable(name)).ShouldStartWith($"The entity type 'Thing' is in the table '{name}', but a table name has 3 to 255");

    [Fact]
    public void An_impossible_index_name_is_refused()
        => Refuse(b => b.HasGlobalSecondaryIndex("by name").HasPartitionKey(t => t.Name))
            .ShouldStartWith("The entity type 'Thing' has the index 'by name', but an index name has 3 to 255");

    [Fact]
    public void More_than_20_global_indexes_are_refused()
        => Refuse(b =>
        {
            for (var i = 0; i < 21; i++)
            {
                b.HasGlobalSecondaryIndex("index-" + i).HasPartitionKey(t => t.Name);
            }
        }).ShouldStartWith("The table 'Thing' has more than 20 global secondary indexes");

    [Fact]
    public void More_than_5_local_indexes_are_refused()
        => Refuse(b =>
        {
            b.HasKey(t => new { t.Id, t.Name });
            for (var i = 0; i < 6; i++)
            {
                b.HasLocalSecondaryIndex("index-" + i).HasSortKey(t => t.Number);
            }
        }).ShouldStartWith("The table 'Thing' has more than 5 local secondary indexes");

    [Fact]
    public void A_table_on_a_derived_type_is_refused()
        => ModelHarness.Refuse(builder =>
        {
            builder.Entity<Thing>();
            builder.Entity<SpecialThing>().ToDynamoTable("special");
        }).ShouldBe(
            "ToDynamoTable is called on the entity type 'SpecialThing', which derives from 'Thing': the items of a hierarchy share table and keys. Call "
                + "ToDynamoTable on 'Thing'.");

    [Fact]
    public void Shared_tables_with_other_key_attributes_are_refused()
        => ModelHarness.Refuse(builder =>
        {
            builder.Entity<Thing>().ToDynamoTable("shared");
            builder.Entity<Place>().ToDynamoTable("shared").HasPartitionKey(p => $"PLACE#{p.Id}");
        }).ShouldStartWith(
            "The entity types 'Place' and 'Thing' share the table 'shared', but its partition key is 'PK' (String) for the one and 'Id' (Number) for the "
                + "other.");

    [Fact]
    public void Shared_tables_where_one_lacks_the_sort_key_are_refused()
        => ModelHarness.Refuse(builder =>
        {
            builder.Entity<Thing>().ToDynamoTable("shared").HasPartitionKey(t => $"THING#{t.Id}").HasSortKey("THING");
            builder.Entity<Place>().ToDynamoTable("shared").HasPartitionKey(p => $"PLACE#{p.Id}");
        }).ShouldContain("but its sort key is none for the one and 'SK' (String) for the other");

    [Fact]
    public void Shared_indexes_with_other_keys_are_refused()
        => ModelHarness.Refuse(builder =>
        {
            builder.Entity<Thing>().ToDynamoTable("shared").HasGlobalSecondaryIndex("by-name").HasPartitionKey(t => t.Name);
            builder.Entity<Place>().ToDynamoTable("shared").HasGlobalSecondaryIndex("by-name").HasPartitionKey(p => p.Title);
        }).ShouldStartWith("The entity types 'Place' and 'Thing' share the index 'by-name' of the table 'shared'");

    [Fact]
    public void One_attribute_of_two_types_in_keys_is_refused()
        => ModelHarness.Refuse(builder =>
        {
            builder.Entity<Thing>().ToDynamoTable("shared").HasGlobalSecondaryIndex("by-name").HasPartitionKey(t => t.Name);
            builder.Entity<Place>(b =>
            {
                b.ToDynamoTable("shared");
                b.Property(p => p.Rank).HasAttributeName("Name");
                b.HasGlobalSecondaryIndex("by-rank").HasPartitionKey(p => p.Rank);
            });
        }).ShouldStartWith("The attribute 'Name' is in several keys of the table 'shared', once as");

    [Fact]
    public void A_shared_table_without_discriminators_is_refused()
        => ModelHarness.Refuse(
            builder =>
            {
                builder.Entity<Thing>().ToDynamoTable("shared");
                builder.Entity<Place>().ToDynamoTable("shared");
            },
            conventions => conventions.Conventions.Remove(typeof(SharedTableDiscriminatorConvention)))
            .ShouldStartWith("The entity type 'Place' shares the table 'shared' with others, but nothing in its items says what they are.");

    [Fact]
    public void Discriminators_of_different_names_are_refused()
        => ModelHarness.Refuse(builder =>
        {
            builder.Entity<Thing>().ToDynamoTable("shared").HasDiscriminator<string>("Kind").HasValue("thing");
            builder.Entity<Place>().ToDynamoTable("shared");
        }).ShouldContain("but their discriminators are the different attributes");

    [Fact]
    public void One_discriminator_value_for_two_entity_types_is_refused()
        => ModelHarness.Refuse(builder =>
        {
            builder.Entity<Thing>().ToDynamoTable("shared").HasDiscriminator<string>("Kind").HasValue("same");
            builder.Entity<Place>().ToDynamoTable("shared").HasDiscriminator<string>("Kind").HasValue("same");
        }).ShouldStartWith("The entity types 'Place' and 'Thing' share the table 'shared' and the discriminator value 'same'.");

    [Fact]
    public void A_property_type_without_an_attribute_type_is_refused()
        => ModelHarness.Refuse(builder => builder.Entity<StrangeThing>().Property(t => t.Strange)).ShouldStartWith(
            "The property 'StrangeThing.Strange' has the type Version, which has no attribute type in DynamoDB. Call HasConversion");

    [Fact]
    public void Too_many_included_attributes_are_refused()
        => ModelHarness.Refuse(builder => builder.Entity<Thing>(b =>
        {
            var names = Enumerable.Range(0, 21).Select(i => "P" + i).ToArray();
            foreach (var name in names)
            {
                b.Property<string>(name);
            }

            b.HasGlobalSecondaryIndex("by-name").HasPartitionKey(t => t.Name).HasProjection(ProjectionType.Include, names);
        })).ShouldBe("The index 'by-name' of the table 'Thing' includes more than 20 attributes. Call HasProjection(ProjectionType.All), or include fewer.");

    [Fact]
    public void A_model_without_mistakes_is_accepted()
        => ModelHarness.Build(builder => builder.Entity<Thing>()).GetTables().ShouldHaveSingleItem().TableName.ShouldBe("Thing");

    private static string Refuse(Action<EntityTypeBuilder<Thing>> configure)
        => ModelHarness.Refuse(builder => configure(builder.Entity<Thing>()));

    internal class Thing
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public string Other { get; set; } = "";

        public string? Note { get; set; }

        public int Number { get; set; }

        public bool IsActive { get; set; }

        public DateTime? Expires { get; set; }

        public List<string> Tags { get; set; } = [];

        public HashSet<string> Labels { get; set; } = [];
    }

    internal sealed class StrangeThing
    {
        public int Id { get; set; }

        public Version? Strange { get; set; }
    }

    internal sealed class SpecialThing : Thing
    {
        public string Extra { get; set; } = "";
    }

    internal sealed class Place
    {
        public int Id { get; set; }

        public string Title { get; set; } = "";

        public int Rank { get; set; }

        public Address Address { get; set; } = new();
    }

    [ComplexType]
    internal sealed class Address
    {
        public string Street { get; set; } = "";

        public string City { get; set; } = "";
    }

    internal sealed class Keyless
    {
        public string Name { get; set; } = "";
    }
}
