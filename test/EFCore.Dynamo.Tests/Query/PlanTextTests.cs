using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>From LINQ to the printed plan, without a store.</summary>
public sealed class PlanTextTests
{
    [Theory]
    [MemberData(nameof(Names))]
    public void Query_is_planned_as(string name)
    {
        using var context = new ShopContext("Data Source=:memory:");
        var (query, expected) = Plans[name];
        query(context).ToQueryString().ReplaceLineEndings("\n").ShouldBe(expected);
    }

    public static TheoryData<string> Names => [.. Plans.Keys];

    private static Dictionary<string, (Func<ShopContext, IQueryable> Query, string Plan)> Plans { get; } = new(StringComparer.Ordinal)
    {
        ["point"] = (c => c.Orders.Where(o => o.CustomerId == 1 && o.Number == 2),
            "GetItem shop  PK = \"CUSTOMER#1\" AND SK = \"ORDER#000002\""),
        ["first of a point"] = (c => c.Orders.Where(o => o.CustomerId == 1 && o.Number == 2).Take(1),
            "GetItem shop  PK = \"CUSTOMER#1\" AND SK = \"ORDER#000002\""),
        ["range with filter and projection"] = (c => c.Orders.Where(o => o.CustomerId == 1 && o.Number > 3 && o.IsGift).Select(
            o => new { o.Number, o.ShipTo!.City }),
            "Query shop  PK = \"CUSTOMER#1\" AND SK BETWEEN \"ORDER#000003\\U0010FFFF\" AND \"ORDER#\\U0010FFFF\"\n  filter IsGift = true\n  project Number, "
                + "ShipTo.City"),
        ["client filter"] = (c => c.Orders.Where(o => o.CustomerId == 1 && o.City.Length > 2).Select(o => o.Number),
            "Query shop  PK = \"CUSTOMER#1\" AND SK BEGINS WITH \"ORDER#\"\n  project Number, City\n  client: filter"),
        ["descending page"] = (c => c.Orders.Where(o => o.CustomerId == 1).OrderByDescending(o => o.Number).Skip(2).Take(3),
            "Query shop  PK = \"CUSTOMER#1\" AND SK BEGINS WITH \"ORDER#\"  descending, limit 2 + 3\n  client: skip 2\n  client: take 3"),
        ["client order"] = (c => c.Orders.Where(o => o.CustomerId == 1).OrderBy(o => o.Total).Take(3).Select(o => o.Total),
            "Query shop  PK = \"CUSTOMER#1\" AND SK BEGINS WITH \"ORDER#\"\n  project Total\n  client: order by Total\n  client: take 3"),
        ["index"] = (c => c.Orders.Where(o => o.Status == OrderStatus.Paid).OrderBy(o => o.PlacedAt),
            "Query shop.by-status  Status = \"Paid\""),
        ["keys"] = (c => c.Orders.Where(o => o.CustomerId == 1 && new[] { 1, 2 }.Contains(o.Number)),
            "BatchGetItem shop  PK = \"CUSTOMER#1\" AND SK = \"ORDER#{each of (1, 2)}\""),
        ["partitions"] = (c => c.Orders.Where(o => new[] { 1, 2 }.Contains(o.CustomerId)),
            "Query (one a key) shop  PK = \"CUSTOMER#{each of (1, 2)}\" AND SK BEGINS WITH \"ORDER#\""),
        ["nested and null"] = (c => c.Orders.Where(
            o => o.CustomerId == 1 && o.ShipTo!.City == "Rome" && o.Discount == null && o.Tags.Contains("a") && o.Extras["k"] == "v"),
            "Query shop  PK = \"CUSTOMER#1\" AND SK BEGINS WITH \"ORDER#\"\n  filter ShipTo.City = \"Rome\" AND Discount IS NULL AND contains(Tags, \"a\") "
                + "AND Extras.k = \"v\""),
        ["hierarchy"] = (c => c.Set<Dog>().Where(a => a.Owner == 1 && a.Name.StartsWith("R")),
            "Query animals  Owner = 1 AND Name BEGINS WITH \"R\"\n  filter Discriminator = \"Dog\" OR Discriminator = \"Puppy\""),
        ["nothing"] = (c => c.Orders.Where(o => o.CustomerId == 1 && false),
            "Empty shop  the condition is never true"),
        ["distinct"] = (c => c.Orders.Where(o => o.CustomerId == 1).Select(o => o.Status).Distinct(),
            "Query shop  PK = \"CUSTOMER#1\" AND SK BEGINS WITH \"ORDER#\"\n  project Status\n  client: distinct"),
        ["scan"] = (c => c.Orders.AllowScan().Where(o => o.Total > 3),
            "Scan shop\n  filter Discriminator = \"Order\" AND Total > 3"),
    };
}
