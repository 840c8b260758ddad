using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Tests.Query.Planning;

public sealed class SecondaryIndexPlanningTests
{
    private static readonly DateTime Day = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Equality_on_the_partition_key_of_a_global_index_reads_it()
    {
        var query = new PlannedQuery<Order>().OfType().Equal("Status", "Open").AtLeast("PlacedAt", Day).OrderBy("PlacedAt").Take(5);

        query.Text().ShouldBe("Query shop.by-status  Status = \"Open\" AND PlacedAt >= \"2026-01-02T00:00:00.0000000Z\"  limit 5\n  client: take 5");
        query.Bind().Query.IndexName.ShouldBe("by-status");
    }

    [Fact]
    public void Table_is_preferred_to_an_index_of_the_same_cost()
    {
        var plan = new PlannedQuery<Order>().Equal("CustomerId", 1).Equal("PlacedAt", Day).Equal("Id", 3).Equal("Status", "Open").Plan();

        plan.Operation.ShouldBe(AccessOperation.GetItem);
        plan.Explain().ShouldContain("\n* shop: GetItem, about 0.5 read units, the cheapest");
        plan.Explain().ShouldContain("\n- shop.by-status: Query, about 0.5 read units, costs the same, but comes later");
        plan.Explain().ShouldContain("\n- shop.by-coupon: no equality on Coupon, of its partition key");
    }

    [Fact]
    public void Condition_on_the_other_key_is_a_filter_of_the_index()
        => new PlannedQuery<Order>().OfType().Equal("Status", "Open").Equal("Total", 5m).Text()
            .ShouldBe("Query shop.by-status  Status = \"Open\"\n  filter Total = 5");

    [Fact]
    public void Sparse_index_is_used_where_an_equality_implies_its_key()
        => new PlannedQuery<Order>().Equal("Coupon", "SALE").Text().ShouldBe("Query shop.by-coupon  Coupon = \"SALE\"");

    [Fact]
    public void Sparse_index_has_no_items_without_its_key_and_says_so()
    {
        var query = new PlannedQuery<Order>().EqualParameter("Coupon", "coupon", null, isNullable: true);

        Should.Throw<InvalidOperationException>(() => query.Bind()).Message.ShouldContain(
            "'Coupon' is null in the index 'shop.by-coupon', which leaves such items out");
        new PlannedQuery<Order>().EqualParameter("Coupon", "coupon", "SALE", isNullable: true).Bind().Query.IndexName.ShouldBe("by-coupon");
    }

    [Fact]
    public void Sparse_index_is_not_used_for_its_order_alone()
    {
        var plan = new PlannedQuery<Order>().Equal("Region", "EU").OrderBy("ShippedAt").AllowScan().Plan();

        plan.Operation.ShouldBe(AccessOperation.Scan);
        plan.Explain().ShouldContain("- shop.by-region: it leaves out items without ShippedAt, and no condition does");
    }

    [Fact]
    public void Sparse_index_is_used_where_a_condition_implies_its_sort_key()
    {
        new PlannedQuery<Order>().Equal("Region", "EU").AtLeast("ShippedAt", Day).Plan().IndexName.ShouldBe("by-region");
        new PlannedQuery<Order>().Equal("Region", "EU").Equal("ShippedAt", Day).Plan().IndexName.ShouldBe("by-region");
    }

    [Fact]
    public void Global_index_that_lacks_an_attribute_is_not_used()
    {
        var plan = new PlannedQuery<Order>().Equal("Clerk", "Ann").AllowScan().Plan();

        plan.Operation.ShouldBe(AccessOperation.Scan);
        plan.Explain().ShouldContain("- shop.by-clerk: it does not project");
    }

    [Fact]
    public void Global_index_of_keys_serves_a_projection_of_keys_and_counts()
    {
        new PlannedQuery<Order>().Equal("Clerk", "Ann").Project("Clerk").Text().ShouldBe("Query shop.by-clerk  Clerk = \"Ann\"\n  project Clerk");
        new PlannedQuery<Order>().Equal("Clerk", "Ann").Aggregate(AggregateKind.Count).Text()
            .ShouldBe("Query shop.by-clerk  Clerk = \"Ann\"  count");
    }

    [Fact]
    public void Consistent_read_rules_out_global_indexes()
    {
        var message = Should.Throw<InvalidOperationException>(() => new PlannedQuery<Order>().Equal("Status", "Open").Consistent().Plan()).Message;
        message.ShouldContain("index 'by-status' cannot serve it because a global secondary index cannot be read consistently");
        message.ShouldContain("leave WithConsistentRead() out");
        message.ShouldNotContain("HasGlobalSecondaryIndex");
        new PlannedQuery<Product>().Equal("Id", 1).Consistent().Text().ShouldBe("GetItem products  Id = 1  consistent");
    }

    [Fact]
    public void Context_wide_consistency_leaves_global_indexes_eventually_consistent()
    {
        new PlannedQuery<Order>().Equal("Status", "Open").Plan(consistentRead: true).ConsistentRead.ShouldBeFalse();
        new PlannedQuery<Product>().Equal("Id", 1).Plan(consistentRead: true).ConsistentRead.ShouldBeTrue();
    }

    [Fact]
    public void Local_index_is_used_for_a_range_of_its_sort_key()
        => new PlannedQuery<Reading>().Equal("Sensor", "s").StartsWith("Label", "x").Text()
            .ShouldBe("Query readings.by-label  Sensor = \"s\" AND Label BEGINS WITH \"x\"");

    [Fact]
    public void Local_index_of_keys_fetches_the_rest_of_the_item_where_that_is_cheaper()
    {
        var plan = new PlannedQuery<Reading>().Equal("Sensor", "s").OrderBy("Value").Take(3).Plan();

        plan.ToString().ShouldBe("Query readings.by-value  Sensor = \"s\"  limit 3\n  client: take 3");
        plan.Select.ShouldBe(Select.AllAttributes);
    }

    [Fact]
    public void Multi_attribute_index_needs_all_of_its_partition_keys()
    {
        new PlannedQuery<Match>().Equal("Tournament", "T").Equal("Season", 2026).Text().ShouldBe(
            "Query matches.by-tournament  Tournament = \"T\" AND Season = 2026");
        Should.Throw<InvalidOperationException>(() => new PlannedQuery<Match>().Equal("Tournament", "T").Plan()).Message.ShouldContain(
            "Season (index 'by-tournament')");
    }

    [Fact]
    public void Multi_attribute_sort_keys_are_used_from_left_to_right_with_one_range_at_the_end()
    {
        var query = () => new PlannedQuery<Match>().Equal("Tournament", "T").Equal("Season", 2026);

        query().Equal("Round", 1).AtLeast("Number", 3).Text()
            .ShouldBe("Query matches.by-tournament  Tournament = \"T\" AND Season = 2026 AND Round = 1\n  client: filter");
        query().Equal("Round", 1).Equal("Bracket", "A").AtLeast("Number", 3).Request()
            .ShouldBe("Tournament = 'T' AND Season = 2026 AND Round = 1 AND Bracket = 'A' AND Number >= 3");
        query().AtLeast("Round", 1).Equal("Bracket", "A").Text()
            .ShouldBe("Query matches.by-tournament  Tournament = \"T\" AND Season = 2026 AND Round >= 1\n  client: filter");
    }

    [Fact]
    public void Index_that_other_entity_types_do_not_write_implies_the_type()
    {
        new PlannedQuery<Order>().OfType().Equal("Status", "Open").Plan().Filter.ShouldBeNull();
        new PlannedQuery<Order>().Equal("Status", "Open").OfType().Plan().ClientSteps.ShouldBeEmpty();
    }
}
