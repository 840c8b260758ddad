using EFCore.Dynamo.Query;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Tests.Query.Planning;

public sealed class ListPlanningTests
{
    [Fact]
    public void List_of_full_keys_is_a_BatchGetItem()
    {
        var query = new PlannedQuery<Product>().In("Id", 1, 2, 3);

        query.Text().ShouldBe("BatchGetItem products  Id = each of (1, 2, 3)");
        query.Bind().Batches.Single().RequestItems!["products"].Keys!.Select(k => k["Id"].GetNumber().ToInt64()).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void List_in_a_parameter_loses_nulls_and_duplicates()
    {
        var query = new PlannedQuery<Product>().InParameter("Id", "ids", new int?[] { 3, null, 1, 3 });

        query.Text().ShouldBe("BatchGetItem products  Id = each of @ids");
        query.Text(withValues: true).ShouldBe("BatchGetItem products  Id = each of (3, null, 1, 3)");
        query.Bind().Batches.Single().RequestItems!["products"].Keys!.Select(k => k["Id"].GetNumber().ToInt64()).ShouldBe([3, 1]);
    }

    [Fact]
    public void Empty_list_is_empty_without_a_request()
        => new PlannedQuery<Product>().InParameter("Id", "ids", Array.Empty<int>()).Bind().Operation.ShouldBe(AccessOperation.Empty);

    [Fact]
    public void Null_list_is_empty_as_in_SQL()
        => new PlannedQuery<Product>().InParameter("Id", "ids").Bind().Operation.ShouldBe(AccessOperation.Empty);

    [Fact]
    public void More_than_100_keys_are_several_requests()
    {
        var bound = new PlannedQuery<Product>().InParameter("Id", "ids", Enumerable.Range(0, 250).ToArray()).Bind();

        bound.Batches.Select(b => b.RequestItems!["products"].Keys!.Count).ShouldBe([100, 100, 50]);
    }

    [Fact]
    public void Equalities_joined_by_or_are_a_list()
    {
        var query = new PlannedQuery<Product>();
        var either = new OrPredicate(
        [
            new ComparisonPredicate(Comparator.Equal, query.Attribute("Id"), query.Constant("Id", 1)),
            new ComparisonPredicate(Comparator.Equal, query.Attribute("Id"), query.Constant("Id", 2)),
        ]);

        query.Where(either).Text().ShouldBe("BatchGetItem products  Id = each of (1, 2)");
    }

    [Fact]
    public void List_of_partition_keys_is_one_Query_a_key()
    {
        var query = new PlannedQuery<Reading>().In("Sensor", "a", "b").AtLeast("Sequence", 5L);

        query.Text().ShouldBe("Query (one a key) readings  Sensor = each of (\"a\", \"b\") AND Sequence >= 5");
        query.Requests().ShouldBe(["Sensor = 'a' AND Sequence >= 5", "Sensor = 'b' AND Sequence >= 5"]);
        query.Plan().IsContinuable.ShouldBeFalse();
    }

    [Fact]
    public void Lists_on_both_keys_are_every_combination()
    {
        var bound = new PlannedQuery<Reading>().In("Sensor", "a", "b").In("Sequence", 1L, 2L).Bind();

        bound.Batches.Single().RequestItems!["readings"].Keys!.Select(
            k => k["Sensor"].GetString() + k["Sequence"].GetNumber()).ShouldBe(["a1", "a2", "b1", "b2"]);
    }

    [Fact]
    public void List_on_a_hole_of_a_template_is_looked_up_in_it()
    {
        var bound = new PlannedQuery<Customer>().InParameter("Id", "ids", new[] { 1, 2 }).Bind();

        bound.Batches.Single().RequestItems!["shop"].Keys!.Select(k => k["PK"].GetString() + " " + k["SK"].GetString()).ShouldBe(
            ["CUSTOMER#1 PROFILE", "CUSTOMER#2 PROFILE"]);
    }

    [Fact]
    public void Value_that_no_key_can_have_is_left_out_of_the_list()
        => new PlannedQuery<Page>().In("Site", "a", "").Requests().ShouldBe(["Site = 'a'"]);

    [Fact]
    public void Null_in_a_list_of_index_keys_is_an_error_that_says_why()
        => Should.Throw<InvalidOperationException>(() => new PlannedQuery<Order>().InParameter("Coupon", "coupons", new[] { "a", null }).Bind()).Message
            .ShouldContain("'Coupon' is null in the index 'shop.by-coupon'");

    [Fact]
    public void Each_Query_of_a_list_is_limited_and_the_client_merges_their_order()
    {
        var query = new PlannedQuery<Reading>().In("Sensor", "a", "b").OrderBy("Sequence", isAscending: false).Take(3);

        query.Text().ShouldBe(
            "Query (one a key) readings  Sensor = each of (\"a\", \"b\")  descending, limit 3\n  client: order by Sequence descending\n  client: take 3");
        query.Bind().Queries.ShouldAllBe(q => q.Limit == 3 && !q.ScanIndexForward);
    }

    [Fact]
    public void List_in_a_filter_is_written_with_at_most_100_operands_an_IN()
    {
        var query = new PlannedQuery<Reading>().Equal("Sensor", "s").InParameter("Label", "labels", Enumerable.Range(0, 101).Select(i => $"l{i}").ToArray());
        var filter = query.Bind().Query.FilterExpression!;

        query.Text().ShouldContain("Sensor = \"s\"");
        filter.Split(" OR ").Length.ShouldBe(2);
        filter.Split(" OR ")[0].Count(c => c == ':').ShouldBe(100);
    }

    [Fact]
    public void Empty_list_in_a_filter_leaves_nothing()
        => new PlannedQuery<Order>().Equal("CustomerId", 1).InParameter(
            "Total", "totals", Array.Empty<decimal>()).Bind().Operation.ShouldBe(AccessOperation.Empty);

    [Fact]
    public void Null_in_a_list_of_a_filter_asks_for_the_missing_attribute_as_well()
        => new PlannedQuery<Order>().Equal("CustomerId", 1).InParameter("ShippedAt", "times", new DateTime?[] { null }).Request()
            .ShouldEndWith("| attribute_not_exists(ShippedAt) OR attribute_type(ShippedAt, 'NULL')");

    [Fact]
    public void List_too_long_for_a_filter_is_an_error_with_the_way_out()
        => Should.Throw<InvalidOperationException>(() => new PlannedQuery<Order>().Equal("CustomerId", 1)
                .InParameter("Total", "totals", Enumerable.Range(0, 2000).Select(i => (decimal)i).ToArray()).Bind()).Message
            .ShouldContain("4,096: a list in it has too many values");
}
