using EFCore.Dynamo.Query;

namespace EFCore.Dynamo.Tests.Query.Planning;

public sealed class KeyedReadTests
{
    private static readonly DateTime Day = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Equality_on_a_bare_key_is_a_GetItem()
        => new PlannedQuery<Product>().Equal("Id", 42).Text().ShouldBe("GetItem products  Id = 42");

    [Fact]
    public void Parameters_are_named_in_the_plan_and_shown_where_they_have_values()
    {
        var query = new PlannedQuery<Customer>().OfType().EqualParameter("Id", "id", 7);

        query.Text().ShouldBe("GetItem shop  PK = \"CUSTOMER#{@id}\" AND SK = \"PROFILE\"");
        query.Text(withValues: true).ShouldBe("GetItem shop  PK = \"CUSTOMER#7\" AND SK = \"PROFILE\"");
    }

    [Fact]
    public void Template_with_all_holes_bound_is_a_GetItem_with_the_formatted_key()
    {
        var bound = new PlannedQuery<Order>().Equal("CustomerId", 42).Equal("PlacedAt", Day).Equal("Id", 7).Bind();

        bound.Operation.ShouldBe(AccessOperation.GetItem);
        bound.GetItem.TableName.ShouldBe("shop");
        bound.GetItem.Key!.Value["PK"].GetString().ShouldBe("CUSTOMER#42");
        bound.GetItem.Key!.Value["SK"].GetString().ShouldBe("ORDER#2026-01-02T00:00:00.0000000Z#7");
        bound.GetItem.Key!.Value.Count.ShouldBe(2);
    }

    [Fact]
    public void Partition_key_alone_is_a_Query_of_the_entity_types_part_of_the_collection()
        => new PlannedQuery<Order>().OfType().Equal("CustomerId", 42).Text().ShouldBe("Query shop  PK = \"CUSTOMER#42\" AND SK BEGINS WITH \"ORDER#\"");

    [Fact]
    public void Partition_of_a_table_of_its_own_needs_no_type_prefix()
    {
        new PlannedQuery<Page>().Equal("Site", "a").Text().ShouldBe("Query pages  Site = \"a\"");
        new PlannedQuery<Reading>().Equal("Sensor", "a").Text().ShouldBe("Query readings  Sensor = \"a\"");
    }

    [Fact]
    public void Bound_first_holes_are_a_prefix_of_the_sort_key()
    {
        var query = new PlannedQuery<Order>().OfType().Equal("CustomerId", 42).Equal("PlacedAt", Day);

        query.Text().ShouldBe("Query shop  PK = \"CUSTOMER#42\" AND SK BEGINS WITH \"ORDER#2026-01-02T00:00:00.0000000Z#\"");
        query.Request().ShouldBe("PK = 'CUSTOMER#42' AND begins_with(SK, 'ORDER#2026-01-02T00:00:00.0000000Z#')");
    }

    [Fact]
    public void Example_of_the_design_is_a_descending_range_with_a_limit()
    {
        var query = new PlannedQuery<Order>().OfType().Equal("CustomerId", 42).AtLeast("PlacedAt", Day).OrderBy("PlacedAt", isAscending: false).Take(20);

        query.Text().ShouldBe(
            "Query shop  PK = \"CUSTOMER#42\" AND SK BETWEEN \"ORDER#2026-01-02T00:00:00.0000000\" AND \"ORDER#\\U0010FFFF\"  descending, limit 20\n"
            + "  client: take 20");
        query.Request().ShouldBe("PK = 'CUSTOMER#42' AND SK BETWEEN 'ORDER#2026-01-02T00:00:00.0000000' AND 'ORDER#\U0010FFFF'");
        query.Bind().Query.Limit.ShouldBe(20);
        query.Bind().Query.ScanIndexForward.ShouldBeFalse();
    }

    [Fact]
    public void Ends_of_a_template_range_are_exact()
    {
        var low = "ORDER#2026-01-02T00:00:00.0000000";
        var high = "ORDER#2026-01-03T00:00:00.0000000";
        var query = () => new PlannedQuery<Order>().OfType().Equal("CustomerId", 42);

        query().AtLeast("PlacedAt", Day).AtMost("PlacedAt", Day.AddDays(1)).Request().ShouldBe(
            $"PK = 'CUSTOMER#42' AND SK BETWEEN '{low}' AND '{high}\U0010FFFF'");
        query().Above("PlacedAt", Day).Below("PlacedAt", Day.AddDays(1)).Request().ShouldBe(
            $"PK = 'CUSTOMER#42' AND SK BETWEEN '{low}\U0010FFFF' AND '{high}'");
        query().Between("PlacedAt", Day, Day.AddDays(1)).Request().ShouldBe($"PK = 'CUSTOMER#42' AND SK BETWEEN '{low}' AND '{high}\U0010FFFF'");
        query().Below("PlacedAt", Day.AddDays(1)).Request().ShouldBe($"PK = 'CUSTOMER#42' AND SK BETWEEN 'ORDER#' AND '{high}'");
    }

    [Fact]
    public void Range_the_wrong_way_round_is_empty_without_a_request()
    {
        new PlannedQuery<Order>().Equal("CustomerId", 42).AtLeast("PlacedAt", Day.AddDays(1)).AtMost("PlacedAt", Day).Bind().Operation
            .ShouldBe(AccessOperation.Empty);
        new PlannedQuery<Reading>().Equal("Sensor", "a").Above("Sequence", 5L).Below("Sequence", 6L).Bind().Operation.ShouldBe(AccessOperation.Empty);
    }

    [Fact]
    public void Number_in_a_template_without_a_width_is_no_range_but_a_filter()
        => new PlannedQuery<Order>().Equal("CustomerId", 42).Equal("PlacedAt", Day).AtLeast("Id", 7).Request()
            .ShouldBe("PK = 'CUSTOMER#42' AND begins_with(SK, 'ORDER#2026-01-02T00:00:00.0000000Z#') | Id >= 7");

    [Fact]
    public void Number_with_a_width_is_a_range_and_its_ends_are_clamped()
    {
        var query = () => new PlannedQuery<LogEntry>().Equal("Tenant", "t").Equal("Level", "info").Equal("Day", Day);

        query().AtLeast("Number", 5).Request().ShouldBe(
            "PK = 't#info' AND SK BETWEEN '2026-01-02#000005' AND '2026-01-02#\U0010FFFF' | Day = '2026-01-02T00:00:00.0000000Z'");
        query().Below("Number", 5).Request().ShouldStartWith("PK = 't#info' AND SK BETWEEN '2026-01-02#' AND '2026-01-02#00000" + "4\U0010FFFF'");
        query().AtLeast("Number", -5).Request().ShouldStartWith("PK = 't#info' AND SK BETWEEN '2026-01-02#' AND");
        query().AtMost("Number", 5_000_000).Request().ShouldStartWith("PK = 't#info' AND SK BETWEEN '2026-01-02#' AND '2026-01-02#\U0010FFFF'");
        query().AtMost("Number", -5).Bind().Operation.ShouldBe(AccessOperation.Empty);
        query().AtLeast("Number", 5_000_000).Bind().Operation.ShouldBe(AccessOperation.Empty);
    }

    [Fact]
    public void Hole_that_loses_part_of_its_value_narrows_the_read_and_keeps_the_filter()
    {
        new PlannedQuery<LogEntry>().Equal("Tenant", "t").Equal("Level", "info").Above("Day", Day.AddHours(5)).Request()
            .ShouldBe("PK = 't#info' AND SK BETWEEN '2026-01-02' AND '\U0010FFFF' | Day > '2026-01-02T05:00:00.0000000Z'");
        new PlannedQuery<LogEntry>().Equal("Tenant", "t").Equal("Level", "info").Equal("Day", Day).Equal("Number", 5).Text()
            .ShouldBe("GetItem logs  PK = \"t#info\" AND SK = \"2026-01-02#000005\"\n  client: filter");
    }

    [Fact]
    public void Prefix_of_the_last_hole_is_a_prefix_of_the_key()
    {
        new PlannedQuery<Page>().Equal("Site", "a").StartsWith("Path", "/docs").Text().ShouldBe("Query pages  Site = \"a\" AND SK BEGINS WITH \"PAGE#/docs\"");
        new PlannedQuery<Page>().Equal("Site", "a").StartsWith("Path", "").Request().ShouldBe("Site = 'a' AND begins_with(SK, 'PAGE#')");
    }

    [Fact]
    public void Bounds_of_a_string_at_the_end_of_the_key_are_a_range()
    {
        var query = () => new PlannedQuery<Page>().Equal("Site", "a");

        query().AtLeast("Path", "b").AtMost("Path", "c").Request().ShouldBe("Site = 'a' AND SK BETWEEN 'PAGE#b' AND 'PAGE#c'");
        query().Above("Path", "b").Request().ShouldBe("Site = 'a' AND SK BETWEEN 'PAGE#b\0' AND 'PAGE#\U0010FFFF'");
        query().Below("Path", "c").Request().ShouldBe("Site = 'a' AND SK BETWEEN 'PAGE#' AND 'PAGE#c' | Path < 'c'");
        query().Below("Path", "").Bind().Operation.ShouldBe(AccessOperation.Empty);
    }

    [Fact]
    public void Bare_sort_key_takes_every_form_of_condition()
    {
        var query = () => new PlannedQuery<Reading>().Equal("Sensor", "s");

        query().Equal("Sequence", 5L).Text().ShouldBe("GetItem readings  Sensor = \"s\" AND Sequence = 5");
        query().AtLeast("Sequence", 5L).Request().ShouldBe("Sensor = 's' AND Sequence >= 5");
        query().Above("Sequence", 5L).Request().ShouldBe("Sensor = 's' AND Sequence > 5");
        query().AtMost("Sequence", 5L).Request().ShouldBe("Sensor = 's' AND Sequence <= 5");
        query().Below("Sequence", 5L).Request().ShouldBe("Sensor = 's' AND Sequence < 5");
        query().Above("Sequence", 5L).Below("Sequence", 9L).Request().ShouldBe("Sensor = 's' AND Sequence BETWEEN 6 AND 8");
        query().Between("Sequence", 5L, 9L).Text().ShouldBe("Query readings  Sensor = \"s\" AND Sequence BETWEEN 5 AND 9");
        query().Above("Sequence", long.MaxValue).AtMost("Sequence", long.MaxValue).Bind().Operation.ShouldBe(AccessOperation.Empty);
    }

    [Fact]
    public void Second_bound_on_one_side_runs_on_the_client_because_a_filter_may_not_name_keys()
        => new PlannedQuery<Reading>().Equal("Sensor", "s").AtLeast("Sequence", 5L).AtLeast("Sequence", 7L).Text()
            .ShouldBe("Query readings  Sensor = \"s\" AND Sequence >= 5\n  client: filter");

    [Fact]
    public void Value_that_no_key_can_have_is_empty_without_a_request()
    {
        new PlannedQuery<LogEntry>().Equal("Tenant", "a#b").Equal("Level", "info").Bind().Operation.ShouldBe(AccessOperation.Empty);
        new PlannedQuery<LogEntry>().Equal("Tenant", "").Equal("Level", "info").Bind().Operation.ShouldBe(AccessOperation.Empty);
        new PlannedQuery<Page>().Equal("Site", "").Bind().Operation.ShouldBe(AccessOperation.Empty);
        new PlannedQuery<Page>().EqualParameter("Site", "site", null, isNullable: true).Bind().Operation.ShouldBe(AccessOperation.Empty);
    }

    [Fact]
    public void Contradictions_are_empty_without_a_request()
    {
        new PlannedQuery<Product>().Equal("Id", 1).Equal("Id", 2).Text().ShouldBe("Empty products  Id cannot be 1 and 2 at once");
        new PlannedQuery<Product>().IsNull("Id").Text().ShouldBe("Empty products  Id is part of the key and never null");
        new PlannedQuery<Product>().Equal("Id", 1).Take(0).Plan().Operation.ShouldBe(AccessOperation.Empty);
        new PlannedQuery<Product>().Equal("Id", 1).Equal("Id", 1).Plan().Operation.ShouldBe(AccessOperation.GetItem);
        new PlannedQuery<Product>().In("Id").Plan().Operation.ShouldBe(AccessOperation.Empty);
    }

    [Fact]
    public void Take_of_nothing_is_known_when_its_parameter_is()
    {
        new PlannedQuery<Reading>().Equal("Sensor", "s").TakeParameter("n", 0).Bind().Operation.ShouldBe(AccessOperation.Empty);
        new PlannedQuery<Reading>().Equal("Sensor", "s").TakeParameter("n", 3).Bind().Query.Limit.ShouldBe(3);
    }

    [Fact]
    public void Conditions_that_are_no_key_become_a_filter_with_a_null_check_of_its_own()
    {
        var query = new PlannedQuery<Order>().Equal("CustomerId", 42).EqualParameter("Coupon", "coupon", "X", isNullable: true);

        query.Request().ShouldBe("PK = 'CUSTOMER#42' AND begins_with(SK, 'ORDER#') | Coupon = 'X'");
        new PlannedQuery<Order>().Equal("CustomerId", 42).EqualParameter("Coupon", "coupon", null, isNullable: true).Request()
            .ShouldBe("PK = 'CUSTOMER#42' AND begins_with(SK, 'ORDER#') | attribute_not_exists(Coupon) OR attribute_type(Coupon, 'NULL')");
    }

    [Fact]
    public void Filter_of_a_GetItem_runs_on_the_client()
        => new PlannedQuery<Product>().Equal("Id", 1).AtLeast("Stock", 3).Text().ShouldBe("GetItem products  Id = 1\n  client: filter");

    [Fact]
    public void Condition_that_only_the_client_can_evaluate_stays_there_and_stops_the_limit()
    {
        var plan = new PlannedQuery<Reading>().Equal("Sensor", "s").ClientOnly().Take(3).Plan();

        plan.ToString().ShouldBe("Query readings  Sensor = \"s\"\n  client: filter\n  client: take 3");
        plan.IsLimited.ShouldBeFalse();
    }

    [Fact]
    public void Texts_are_made_once_and_shared_between_executions()
    {
        var plan = new PlannedQuery<Order>().Equal("CustomerId", 42).AtLeast("Total", 3m).Plan();
        var parameters = new Dictionary<string, object?>();

        plan.Bind(parameters).Query.KeyConditionExpression.ShouldBeSameAs(plan.Bind(parameters).Query.KeyConditionExpression);
        plan.Bind(parameters).Query.ExpressionAttributeNames.ShouldBeSameAs(plan.Bind(parameters).Query.ExpressionAttributeNames);
        plan.Bind(parameters).Query.FilterExpression.ShouldBeSameAs(plan.Bind(parameters).Query.FilterExpression);
    }
}
