using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Query;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Tests.Query.Planning;

public sealed class ScanConsentTests
{
    [Fact]
    public void Scan_without_consent_is_refused_in_one_sentence_with_the_ways_out()
        => Should.Throw<InvalidOperationException>(() => new PlannedQuery<Product>().Equal("Name", "x").Plan()).Message.ShouldBe(
            "The query for 'Product' has conditions on Name, which bind no partition key, so it would read all of table 'products': "
            + "add an equality on Id (the table's partition key), declare HasGlobalSecondaryIndex(\"by-Name\").HasPartitionKey(x => x.Name) on 'Product', "
            + "or call AllowScan() on the query.");

    [Fact]
    public void Refusal_lists_the_indexes_that_would_do()
        => Should.Throw<InvalidOperationException>(() => new PlannedQuery<Order>().OfType().Above("Total", 100m).Plan()).Message.ShouldContain(
            "add an equality on CustomerId (the table's partition key) or on Status (index 'by-status') or on Coupon (index 'by-coupon')");

    [Fact]
    public void Query_without_conditions_is_a_scan()
        => Should.Throw<InvalidOperationException>(() => new PlannedQuery<Customer>().OfType().Plan()).Message.ShouldContain("has no condition");

    [Fact]
    public void Consent_of_the_query_or_the_context_lets_it_run()
    {
        new PlannedQuery<Product>().Equal("Name", "x").AllowScan().Text().ShouldBe("Scan products\n  filter Name = \"x\"");
        new PlannedQuery<Product>().Equal("Name", "x").Plan(ScanBehavior.Allow).ScanWarning.ShouldBeNull();
        new PlannedQuery<Product>().Equal("Name", "x").Plan(ScanBehavior.Warn).ScanWarning.ShouldNotBeNull().ShouldContain("'Product'");
        new PlannedQuery<Product>().Equal("Id", 1).Plan(ScanBehavior.Warn).ScanWarning.ShouldBeNull();
    }

    [Fact]
    public void Scan_of_a_shared_table_filters_by_type_and_binds_its_values()
    {
        var scan = new PlannedQuery<Order>().OfType().Above("Total", 100m).AllowScan().Bind().Scan;

        PlannedQuery<Order>.Substitute(scan.FilterExpression!, scan.ExpressionAttributeNames, scan.ExpressionAttributeValues)
            .ShouldBe("Discriminator = 'Order' AND Total > 100");
        scan.TableName.ShouldBe("shop");
    }

    [Fact]
    public void Scan_without_a_filter_has_neither_names_nor_values()
    {
        var scan = new PlannedQuery<Product>().AllowScan().Take(3).Bind().Scan;

        scan.FilterExpression.ShouldBeNull();
        scan.ExpressionAttributeNames.ShouldBeNull();
        scan.ExpressionAttributeValues.ShouldBeNull();
        scan.Limit.ShouldBe(3);
    }

    [Fact]
    public void Order_of_a_scan_is_the_clients_and_stops_the_limit()
        => new PlannedQuery<Product>().AllowScan().OrderBy("Id").Take(3).Text().ShouldBe("Scan products\n  client: order by Id\n  client: take 3");

    [Fact]
    public void Count_of_a_scan_is_the_services()
        => new PlannedQuery<Product>().AllowScan().Aggregate(AggregateKind.Count).Text().ShouldBe("Scan products  count");

    [Fact]
    public void Type_is_not_filtered_where_the_key_implies_it()
    {
        new PlannedQuery<Customer>().OfType().Equal("Id", 1).Plan().ClientSteps.ShouldBeEmpty();
        new PlannedQuery<Order>().OfType().Equal("CustomerId", 1).Plan().Filter.ShouldBeNull();
    }

    [Fact]
    public void Type_is_checked_where_a_hierarchy_shares_its_keys()
    {
        var query = new PlannedQuery<Dog>();
        var isDog = new ComparisonPredicate(Comparator.Equal, query.Attribute("Discriminator"), query.Constant("Discriminator", "Dog"));

        query.Where(isDog, isTypeDiscriminator: true).Equal("Id", 1).Text().ShouldBe("GetItem animals  Id = 1\n  client: filter");
    }

    [Fact]
    public void Constants_in_conditions_are_folded_away()
    {
        var query = new PlannedQuery<Order>().Equal("CustomerId", 1);
        var never = new InParameterPredicate(query.Attribute("Status"), new("none", query.Attribute("Status").TypeMapping, IsNullable: false));
        var total = new ComparisonPredicate(Comparator.Equal, query.Attribute("Total"), query.Constant("Total", 5m));
        query.InParameter("Clerk", "none", Array.Empty<string>());

        new PlannedQuery<Order>().InParameter("Clerk", "none", Array.Empty<string>()).AllowScan().Bind().Operation.ShouldBe(AccessOperation.Empty);
        var either = new PlannedQuery<Order>().Equal("CustomerId", 1).Where(new OrPredicate([never, new NotPredicate(new NotPredicate(total))]));
        var request = either.Plan().Bind(new Dictionary<string, object?> { ["none"] = Array.Empty<string>() }).Query;
        PlannedQuery<Order>.Describe(request).ShouldEndWith("| NOT (NOT (Total = 5))");
        request.ExpressionAttributeNames!.Values.ShouldNotContain("Status");
    }
}
