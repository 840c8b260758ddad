using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Tests.Update;

/// <summary>Changes of complex and owned values inside an item.</summary>
public sealed class NestedChangeTests
{
    private readonly RecordingDynamoClient _client = new();

    [Fact]
    public void A_graph_inside_an_item_is_one_put_of_maps_and_lists()
    {
        using var context = new ShopContext(_client);
        var person = NewPerson();
        person.Work = new Address { City = "Bonn" };
        person.Former.Add(new Address { City = "Rome" });
        context.Add(person);

        context.SaveChanges();

        var item = _client.Requests.ShouldHaveSingleItem().ShouldBeOfType<PutItemRequest>().Item!.Value;
        item["Home"].ToString().ShouldBe("""{"M":{"City":{"S":"Berlin"},"Street":{"S":"Main"}}}""");
        item["Work"].ToString().ShouldBe("""{"M":{"City":{"S":"Bonn"}}}""");
        item["Former"].ToString().ShouldBe("""{"L":[{"M":{"City":{"S":"Rome"}}}]}""");
        item["Passport"].ToString().ShouldBe("""{"M":{"Country":{"S":"DE"},"Number":{"S":"C01"},"Visa":{"M":{"Text":{"S":"ok"}}}}}""");
        item["Phones"].ToString().ShouldBe("""{"L":[{"M":{"Number":{"S":"1"}}},{"M":{"Number":{"S":"2"}}}]}""");
        item.Count.ShouldBe(6);
    }

    [Fact]
    public void A_property_of_a_complex_value_is_set_by_its_path_where_the_map_is_there()
    {
        var update = Save(static person => person.Home.City = "Rome");

        update.ConditionExpression.ShouldBe("attribute_exists(#0) AND attribute_exists(#1)");
        SaveChangesRequestTests.SetValues(update).ShouldBe(new Dictionary<string, string> { ["Home.City"] = """{"S":"Rome"}""" });
    }

    [Fact]
    public void A_complex_value_that_was_null_is_set_as_a_whole()
    {
        var update = Save(static person => person.Work = new Address { City = "Rome" });

        update.ConditionExpression.ShouldBe("attribute_exists(#0)");
        SaveChangesRequestTests.SetValues(update).ShouldBe(new Dictionary<string, string> { ["Work"] = """{"M":{"City":{"S":"Rome"}}}""" });
    }

    [Fact]
    public void A_complex_value_that_becomes_null_is_removed()
    {
        var update = Save(static person => person.Work = null, static person => person.Work = new Address { City = "Bonn", Street = "x" });

        update.UpdateExpression.ShouldBe("REMOVE #1");
        update.ExpressionAttributeNames!["#1"].ShouldBe("Work");
    }

    [Fact]
    public void A_changed_element_rewrites_the_list_of_complex_values()
    {
        var update = Save(static person => person.Former[0].City = "Oslo", static person => person.Former.Add(new Address { City = "Rome" }));

        SaveChangesRequestTests.SetValues(update).ShouldBe(new Dictionary<string, string> { ["Former"] = """{"L":[{"M":{"City":{"S":"Oslo"}}}]}""" });
    }

    [Fact]
    public void An_owned_property_is_set_by_its_path_and_saves_one_entry()
    {
        using var context = new ShopContext(_client);
        var person = Read(context, NewPerson());
        person.Passport!.Country = "FR";

        context.SaveChanges().ShouldBe(1);

        var update = _client.Requests.ShouldHaveSingleItem().ShouldBeOfType<UpdateItemRequest>();
        update.Key.ShouldBe(Item.Create(("Id", AttributeValue.FromNumber(1))));
        update.ConditionExpression.ShouldBe("attribute_exists(#0) AND attribute_exists(#1)");
        SaveChangesRequestTests.SetValues(update).ShouldBe(new Dictionary<string, string> { ["Passport.Country"] = """{"S":"FR"}""" });
        context.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    [Fact]
    public void An_owned_value_two_levels_down_is_set_as_a_whole_where_all_of_it_changed()
    {
        var update = Save(static person => person.Passport!.Visa!.Text = "no");

        SaveChangesRequestTests.SetValues(update).ShouldBe(new Dictionary<string, string> { ["Passport.Visa"] = """{"M":{"Text":{"S":"no"}}}""" });
    }

    [Fact]
    public void A_replaced_owned_entity_is_set_as_a_whole()
    {
        var update = Save(static person => person.Passport = new Passport { Number = "C02" });

        SaveChangesRequestTests.SetValues(update).ShouldBe(new Dictionary<string, string> { ["Passport"] = """{"M":{"Number":{"S":"C02"}}}""" });
    }

    [Fact]
    public void A_removed_owned_entity_is_removed_with_all_that_it_owns()
    {
        var update = Save(static person => person.Passport = null);

        update.UpdateExpression.ShouldBe("REMOVE #1");
        update.ExpressionAttributeNames!["#1"].ShouldBe("Passport");
    }

    [Fact]
    public void A_removed_element_rewrites_the_list_of_owned_entities()
    {
        var update = Save(static person => person.Phones.RemoveAt(0));

        SaveChangesRequestTests.SetValues(update).ShouldBe(new Dictionary<string, string> { ["Phones"] = """{"L":[{"M":{"Number":{"S":"2"}}}]}""" });
    }

    [Fact]
    public void A_list_of_owned_entities_can_be_changed_again_after_it_was_saved()
    {
        using var context = new ShopContext(_client);
        var person = Read(context, NewPerson());
        person.Phones.RemoveAt(0);
        context.SaveChanges();
        person.Phones.Add(new Phone { Number = "3" });
        context.SaveChanges();
        person.Phones.Insert(0, new Phone { Number = "4" });
        person.Phones[1].Number = "5";
        context.SaveChanges();

        SaveChangesRequestTests.SetValues(_client.Requests[^1].ShouldBeOfType<UpdateItemRequest>()).ShouldBe(new Dictionary<string, string>
        {
            ["Phones"] = """{"L":[{"M":{"Number":{"S":"4"}}},{"M":{"Number":{"S":"5"}}},{"M":{"Number":{"S":"3"}}}]}""",
        });
        context.ChangeTracker.HasChanges().ShouldBeFalse();
        context.ChangeTracker.Entries<Phone>().ToDictionary(entry => entry.Entity.Number, entry => entry.Property<int>("Id").CurrentValue)
            .ShouldBe(new Dictionary<string, int> { ["4"] = 1, ["5"] = 2, ["3"] = 3 }, ignoreOrder: true);
    }

    [Fact]
    public void A_disconnected_update_sets_maps_as_a_whole()
    {
        using var context = new ShopContext(_client);
        var person = NewPerson();
        person.Phones.Clear(); // EF keeps no shadow keys of entities that it does not track
        context.Update(person);

        context.SaveChanges();

        var values = SaveChangesRequestTests.SetValues(_client.Requests.ShouldHaveSingleItem().ShouldBeOfType<UpdateItemRequest>());
        values.Keys.ShouldContain("Home");
        values.Keys.ShouldContain("Passport");
        values.Keys.ShouldAllBe(path => !path.Contains('.'));
    }

    [Fact]
    public void Deleting_an_owner_deletes_one_item()
    {
        using var context = new ShopContext(_client);
        context.Remove(Read(context, NewPerson()));

        context.SaveChanges();

        _client.Requests.ShouldHaveSingleItem().ShouldBeOfType<DeleteItemRequest>().TableName.ShouldBe("people");
    }

    private UpdateItemRequest Save(Action<Person> change, Action<Person>? prepare = null)
    {
        using var context = new ShopContext(_client);
        var person = NewPerson();
        prepare?.Invoke(person);
        change(Read(context, person));

        context.SaveChanges();

        context.ChangeTracker.HasChanges().ShouldBeFalse();
        return _client.Requests.ShouldHaveSingleItem().ShouldBeOfType<UpdateItemRequest>();
    }

    // By way of an insert: EF knows the positions in a list only of what it read or wrote.
    private Person Read(ShopContext context, Person person)
    {
        context.Add(person);
        context.SaveChanges();
        _client.Requests.Clear();
        return person;
    }

    private static Person NewPerson()
        => new()
        {
            Id = 1,
            Home = new Address { City = "Berlin", Street = "Main" },
            Passport = new Passport { Number = "C01", Country = "DE", Visa = new Stamp { Text = "ok" } },
            Phones = [new Phone { Number = "1" }, new Phone { Number = "2" }],
        };
}
