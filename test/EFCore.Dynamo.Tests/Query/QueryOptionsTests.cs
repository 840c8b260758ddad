using EFCore.Dynamo.Query;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

public abstract class QueryOptionsTests(ShopFixture fixture)
{
    [Fact]
    public void A_scan_without_consent_throws_before_its_first_request_and_says_how_to_consent()
    {
        using var context = fixture.CreateContext();
        var error = Should.Throw<InvalidOperationException>(() => context.Orders.Where(o => o.Total > 10m).ToList());
        error.Message.ShouldContain("AllowScan");
    }

    [Fact]
    public void The_plan_of_a_scan_can_be_printed_without_consent()
    {
        using var context = fixture.CreateContext();
        var query = context.Orders.Where(o => o.Total > 10m);
        query.ToAccessPlan().Operation.ShouldBe(AccessOperation.Scan);
        query.ToQueryString().ShouldContain("Scan shop");
    }

    [Fact]
    public void ToQueryString_prints_tags_and_the_values_of_parameters()
    {
        using var context = fixture.CreateContext();
        var customer = 42;
        var text = context.Orders.TagWith("for the front page").Where(o => o.CustomerId == customer).OrderByDescending(o => o.Number).Take(20).ToQueryString();
        text.ShouldStartWith("-- for the front page");
        text.ShouldContain("Query shop");
        text.ShouldContain("CUSTOMER#42");
        text.ShouldContain("descending");
    }

    [Fact]
    public void ToAccessPlan_says_what_a_point_read_does()
    {
        using var context = fixture.CreateContext();
        var plan = context.Orders.Where(o => o.CustomerId == 1 && o.Number == 2).ToAccessPlan();
        plan.Operation.ShouldBe(AccessOperation.GetItem);
        plan.TableName.ShouldBe("shop");
    }

    [Fact]
    public void WithConsistentRead_reaches_the_plan()
    {
        using var context = fixture.CreateContext();
        context.Orders.Where(o => o.CustomerId == 1).WithConsistentRead().ToAccessPlan().ConsistentRead.ShouldBeTrue();
        context.Orders.WithConsistentRead().Count(o => o.CustomerId == 1).ShouldBe(12);
    }

    [Fact]
    public void MaxItemsRead_fails_a_query_that_would_read_more()
    {
        using var context = fixture.CreateContext();
        context.Orders.Where(o => o.CustomerId == 1).MaxItemsRead(13).ToList().Count.ShouldBe(12);
        context.Orders.Where(o => o.CustomerId == 1 && o.Number > 10).MaxItemsRead(2).ToList().Count.ShouldBe(2);
        Should.Throw<InvalidOperationException>(() => context.Orders.Where(o => o.CustomerId == 1).MaxItemsRead(5).ToList())
            .Message.ShouldContain("MaxItemsRead");
        Should.Throw<InvalidOperationException>(() => context.Orders.Where(o => o.CustomerId == 1 && o.IsGift).MaxItemsRead(5).ToList())
            .Message.ShouldContain("more than 5");
        Should.Throw<ArgumentOutOfRangeException>(() => context.Orders.MaxItemsRead(0));
    }

    [Fact]
    public void A_count_is_done_by_the_service()
    {
        using var context = fixture.CreateContext();
        context.Orders.Where(o => o.CustomerId == 1 && o.IsGift).ToAccessPlan().ClientSteps.ShouldBeEmpty();
    }

    [Fact]
    public void Marker_methods_leave_other_providers_queries_alone()
    {
        var numbers = new[] { 1, 2, 3 }.AsQueryable();
        numbers.AllowScan().WithConsistentRead().MaxItemsRead(1).ToList().ShouldBe([1, 2, 3]);
        Should.Throw<InvalidOperationException>(() => numbers.ToAccessPlan()).Message.ShouldContain("UseDynamo");
    }

    [Theory]
    [MemberData(nameof(Untranslated))]
    public void What_is_not_translated_says_so_and_names_the_way_out(string name)
    {
        using var context = fixture.CreateContext();
        var error = Should.Throw<InvalidOperationException>(() => UntranslatedQueries[name](context));
        error.Message.ShouldMatch("this version of EFCore.Dynamo|could not be translated. Additional information: ");
    }

    [Fact]
    public void What_cannot_be_read_of_an_item_is_not_translated_and_EF_says_why()
    {
        using var context = fixture.CreateContext();
        Should.Throw<InvalidOperationException>(() => context.Orders.Where(o => o.CustomerId == 1 && IsLarge(o)).ToList()).Message
            .ShouldContain("uses the entity 'Order' as a whole");
        Should.Throw<InvalidOperationException>(() => context.Orders.Where(o => o.CustomerId == 1).OrderBy(o => o.GetType()).ToList()).Message
            .ShouldContain("could not be translated. Additional information: ");
    }

    private static bool IsLarge(Order order)
        => order.Total > 100;

    public static TheoryData<string> Untranslated => [.. UntranslatedQueries.Keys];

    private static Dictionary<string, Func<ShopContext, object>> UntranslatedQueries { get; } = new(StringComparer.Ordinal)
    {
        ["union"] = c => c.Orders.Where(o => o.CustomerId == 1).Union(c.Orders.Where(o => o.CustomerId == 2)).ToList(),
        ["concat"] = c => c.Orders.Where(o => o.CustomerId == 1).Concat(c.Orders.Where(o => o.CustomerId == 2)).ToList(),
    };
}
