using EFCore.Dynamo.Query;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Tests.Query.Planning;

public sealed class OrderAndLimitPlanningTests
{
    private static readonly DateTime Day = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Order_of_the_sort_key_is_the_services()
    {
        new PlannedQuery<Reading>().Equal("Sensor", "s").OrderBy("Sequence").Text().ShouldBe("Query readings  Sensor = \"s\"");
        new PlannedQuery<Reading>().Equal("Sensor", "s").OrderBy("Sequence", isAscending: false).Text().ShouldBe("Query readings  Sensor = \"s\"  descending");
    }

    [Fact]
    public void Attributes_that_an_equality_pins_have_no_say_in_the_order()
        => new PlannedQuery<Reading>().Equal("Sensor", "s").OrderBy("Sensor", isAscending: false).OrderBy("Sequence").Text().ShouldBe(
            "Query readings  Sensor = \"s\"");

    [Fact]
    public void Whatever_follows_the_full_key_has_no_say_in_the_order()
        => new PlannedQuery<Reading>().Equal("Sensor", "s").OrderBy("Sequence").OrderBy("Label").Text().ShouldBe("Query readings  Sensor = \"s\"");

    [Fact]
    public void Other_orders_run_on_the_client_after_a_keyed_read()
    {
        new PlannedQuery<Order>().Equal("CustomerId", 1).OrderBy("Total").Skip(2).Take(3).Text()
            .ShouldBe("Query shop  PK = \"CUSTOMER#1\" AND SK BEGINS WITH \"ORDER#\"\n  client: order by Total\n  client: skip 2\n  client: take 3");
        new PlannedQuery<Reading>().Equal("Sensor", "s").OrderByComputed().Text().ShouldBe("Query readings  Sensor = \"s\"\n  client: order by computed key");
    }

    [Fact]
    public void Hole_without_order_in_its_text_is_sorted_on_the_client()
        => new PlannedQuery<Order>().Equal("CustomerId", 1).Equal("PlacedAt", Day).OrderBy("Id").Plan().ClientSteps.ShouldBe(["order by Id"]);

    [Fact]
    public void Mixed_directions_are_sorted_on_the_client()
        => new PlannedQuery<Match>().Equal("Tournament", "T").Equal("Season", 1).OrderBy("Round").OrderBy(
            "Bracket", isAscending: false).Plan().ClientSteps.Count.ShouldBe(1);

    [Fact]
    public void Order_of_several_sort_keys_is_the_indexs()
    {
        new PlannedQuery<Match>().Equal("Tournament", "T").Equal("Season", 1).OrderBy("Round").OrderBy("Bracket").Plan().ClientSteps.ShouldBeEmpty();
        new PlannedQuery<Match>().Equal("Tournament", "T").Equal("Season", 1).Equal("Round", 1).OrderBy(
            "Bracket", isAscending: false).Plan().ScanIndexForward.ShouldBeFalse();
        new PlannedQuery<Match>().Equal("Tournament", "T").Equal("Season", 1).OrderBy("Bracket").Plan().ClientSteps.Count.ShouldBe(1);
    }

    [Fact]
    public void One_item_is_in_every_order()
        => new PlannedQuery<Product>().Equal("Id", 1).OrderBy("Name").Text().ShouldBe("GetItem products  Id = 1");

    [Fact]
    public void One_item_needs_no_take()
    {
        new PlannedQuery<Product>().Equal("Id", 1).Take(2).Text().ShouldBe("GetItem products  Id = 1");
        new PlannedQuery<Product>().Equal("Id", 1).Skip(1).Take(2).Plan().ClientSteps.ShouldBe(["skip 1"]);
        new PlannedQuery<Product>().Equal("Id", 1).TakeParameter("n", 0).Bind().Operation.ShouldBe(AccessOperation.Empty);
    }

    [Fact]
    public void Limit_includes_what_is_skipped()
    {
        var query = new PlannedQuery<Reading>().Equal("Sensor", "s").Skip(10).Take(5);

        query.Text().ShouldBe("Query readings  Sensor = \"s\"  limit 15\n  client: skip 10\n  client: take 5");
        query.Bind().Query.Limit.ShouldBe(15);
    }

    [Fact]
    public void Limit_is_not_pushed_below_a_filter()
    {
        var query = new PlannedQuery<Order>().Equal("CustomerId", 1).AtLeast("Total", 5m).Take(2);

        query.Text().ShouldBe("Query shop  PK = \"CUSTOMER#1\" AND SK BEGINS WITH \"ORDER#\"\n  filter Total >= 5\n  client: take 2");
        query.Bind().Query.Limit.ShouldBeNull();
    }

    [Fact]
    public void Reverse_reads_backwards_where_there_is_one_source()
    {
        new PlannedQuery<Reading>().Equal("Sensor", "s").Reverse().Take(1).Text().ShouldBe(
            "Query readings  Sensor = \"s\"  descending, limit 1\n  client: take 1");
        new PlannedQuery<Reading>().In("Sensor", "a", "b").Reverse().Plan().ClientSteps.ShouldBe(["reverse"]);
    }

    [Fact]
    public void Any_reads_one_item_and_only_counts()
    {
        var query = new PlannedQuery<Reading>().Equal("Sensor", "s").Aggregate(AggregateKind.Any);

        query.Text().ShouldBe("Query readings  Sensor = \"s\"  limit 1, count");
        query.Bind().Query.Limit.ShouldBe(1);
    }

    [Fact]
    public void Any_with_a_filter_counts_without_a_limit()
        => new PlannedQuery<Order>().Equal("CustomerId", 1).AtLeast("Total", 5m).Aggregate(AggregateKind.Any).Text()
            .ShouldBe("Query shop  PK = \"CUSTOMER#1\" AND SK BEGINS WITH \"ORDER#\"  count\n  filter Total >= 5");

    [Fact]
    public void Count_is_the_services()
        => new PlannedQuery<Reading>().Equal("Sensor", "s").OrderBy("Label").Aggregate(AggregateKind.LongCount).Text().ShouldBe(
            "Query readings  Sensor = \"s\"  count");

    [Fact]
    public void Count_of_what_is_taken_or_filtered_on_the_client_is_the_clients()
    {
        new PlannedQuery<Reading>().Equal("Sensor", "s").Take(3).Aggregate(AggregateKind.Count).Text()
            .ShouldBe("Query readings  Sensor = \"s\"  limit 3\n  client: take 3\n  client: count");
        new PlannedQuery<Reading>().Equal("Sensor", "s").ClientOnly().Aggregate(AggregateKind.Count).Text()
            .ShouldBe("Query readings  Sensor = \"s\"\n  client: filter\n  client: count");
        new PlannedQuery<Product>().Equal("Id", 1).Aggregate(AggregateKind.Count).Text().ShouldBe("GetItem products  Id = 1\n  client: count");
    }

    [Fact]
    public void Least_and_greatest_sort_key_are_one_item()
    {
        new PlannedQuery<Reading>().Equal("Sensor", "s").Aggregate(AggregateKind.Max, "Sequence").Project("Sequence").Text()
            .ShouldBe("Query readings  Sensor = \"s\"  descending, limit 1\n  project Sequence\n  client: take 1\n  client: max of Sequence");
        new PlannedQuery<Order>().Equal("CustomerId", 1).Aggregate(AggregateKind.Min, "PlacedAt").Plan().IsLimited.ShouldBeTrue();
    }

    [Fact]
    public void Least_of_another_attribute_reads_all_of_them()
        => new PlannedQuery<Order>().Equal("CustomerId", 1).Aggregate(AggregateKind.Min, "Total").Text()
            .ShouldBe("Query shop  PK = \"CUSTOMER#1\" AND SK BEGINS WITH \"ORDER#\"\n  client: min of Total");

    [Fact]
    public void Projection_is_sent_and_one_of_nothing_asks_for_the_key()
    {
        var query = new PlannedQuery<Order>().Equal("CustomerId", 1).Project("Total", "Status").Bind().Query;

        PlannedQuery<Order>.Substitute(query.ProjectionExpression!, query.ExpressionAttributeNames, null).ShouldBe("Total, Status");
        new PlannedQuery<Order>().Equal("CustomerId", 1).Project().Plan().Projection.ShouldBe(["PK"]);
        new PlannedQuery<Order>().Equal("CustomerId", 1).Plan().Projection.ShouldBeNull();
    }

    [Fact]
    public void Names_in_a_request_are_exactly_those_it_uses()
    {
        var request = new PlannedQuery<Order>().Equal("CustomerId", 1).AtLeast("Total", 3m).Project("Total", "Status").Bind().Query;
        var text = $"{request.KeyConditionExpression} {request.FilterExpression} {request.ProjectionExpression}";

        request.ExpressionAttributeNames!.Values.ShouldBe(["PK", "SK", "Total", "Status"], ignoreOrder: true);
        request.ExpressionAttributeNames.Keys.ShouldAllBe(k => text.Contains(k));
    }

    [Fact]
    public void Empty_prefix_leaves_no_unused_name()
    {
        var request = new PlannedQuery<Reading>().Equal("Sensor", "s").StartsWith("Label", "").Bind().Query;

        request.KeyConditionExpression.ShouldBe("#n0 = :p0");
        request.ExpressionAttributeNames!.Count.ShouldBe(1);
        request.ExpressionAttributeValues!.Value.Count.ShouldBe(1);
    }
}
