namespace EFCore.Dynamo.Tests.Query;

/// <summary>Queries with groups, one line each.</summary>
internal static class GroupCases
{
    private static readonly int Three = 3;
    private static readonly string Separator = ", ";

    public static IReadOnlyList<OperatorCase> All { get; } =
    [
        .. Keys(), .. Aggregates(), .. Having(), .. Elements(), .. Results(), .. Sources(), .. Nested(),
    ];

    private static IQueryable<Order> Of(IQueryable<Order> orders, int customer = 1)
        => orders.Where(o => o.CustomerId == customer);

    private static IEnumerable<OperatorCase> Keys()
    {
        yield return new("group by string", q => Of(q).GroupBy(o => o.City).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by enum", q => Of(q).GroupBy(o => o.Status).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by converted enum", q => Of(q).GroupBy(o => o.Priority).Select(g => new { g.Key, Sum = g.Sum(o => o.Total) }));
        yield return new("group by nullable", q => Of(q).GroupBy(o => o.Discount).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by nullable string", q => Of(q).GroupBy(o => o.Note).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by nullable bool", q => Of(q).GroupBy(o => o.IsChecked).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by nullable date", q => Of(q).GroupBy(o => o.PaidAt).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by decimal", q => Of(q).GroupBy(o => o.Total).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by date", q => Of(q).GroupBy(o => o.PlacedAt).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by Guid", q => Of(q).GroupBy(o => o.Reference).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by char", q => Of(q).GroupBy(o => o.Grade).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by bytes", q => Of(q).Where(o => o.Hash != null).GroupBy(o => o.Hash).Select(g => g.Count()));
        yield return new(
            "group by composite", q => Of(q).GroupBy(o => new { o.Status, o.Priority }).Select(g => new { g.Key.Status, g.Key.Priority, Count = g.Count() }));
        yield return new(
            "group by composite whole", q => Of(q).GroupBy(o => new { o.City, o.Discount }).Select(g => new { g.Key, Sum = g.Sum(o => o.Views) }));
        yield return new("group by computed", q => Of(q).GroupBy(o => o.Number / 5).Select(g => new { g.Key, Sum = g.Sum(o => o.Pieces) }));
        yield return new("group by condition", q => Of(q).GroupBy(o => o.Total > 50m).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by month", q => Of(q).GroupBy(o => o.PlacedAt.Month).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by constant", q => Of(q).GroupBy(o => 1).Select(g => new { g.Key, Count = g.Count(), Max = g.Max(o => o.Total) }));
        yield return new("group by parameter", q => Of(q).GroupBy(o => Three).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by nested", q => Of(q).Where(o => o.ShipTo != null).GroupBy(o => o.ShipTo!.City).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("group by member of complex", q => Of(q).GroupBy(o => o.Price.Currency).Select(g => new { g.Key, Sum = g.Sum(o => o.Price.Amount) }));
        yield return new(
            "group by object", q => Of(q).GroupBy(o => new GroupKey { City = o.City }).Select(g => new { g.Key.City, Count = g.Count() }));
        yield return new("group by nothing", q => Of(q).GroupBy(o => new { }).Select(g => new { Count = g.Count() }));
        yield return new(
            "group by many",
            q => Of(q).GroupBy(o => new { A = o.Status, B = o.Priority, C = o.IsGift, D = o.Grade, E = o.City, F = o.Discount, G = o.Note, H = o.Pieces })
                .Select(g => new { g.Key.A, g.Key.H, Count = g.Count() }));
    }

    private static IEnumerable<OperatorCase> Aggregates()
    {
        yield return new(
            "group sums", q => Of(q).GroupBy(o => o.City).Select(g => new { D = g.Sum(o => o.Total), F = g.Sum(o => o.Weight), L = g.Sum(o => o.Views) }));
        yield return new("group sum of nullable", q => Of(q).GroupBy(o => o.City).Select(g => new { g.Key, Sum = g.Sum(o => o.Discount) }));
        yield return new("group averages", q => Of(q).GroupBy(o => o.City).Select(g => new { I = g.Average(o => o.Number), D = g.Average(o => o.Total) }));
        yield return new("group average of nullable", q => Of(q).GroupBy(o => o.Number).Select(g => new { g.Key, A = g.Average(o => o.Discount) }));
        yield return new("group extremes", q => Of(q).GroupBy(o => o.City).Select(g => new { Min = g.Min(o => o.PlacedAt), Max = g.Max(o => o.Total) }));
        yield return new(
            "group extremes of nullable", q => Of(q).GroupBy(o => o.Number).Select(g => new { Min = g.Min(o => o.Discount), Max = g.Max(o => o.PaidAt) }));
        yield return new(
            "group extremes of strings", q => Of(q).GroupBy(o => o.Status).Select(g => new { Min = g.Min(o => o.Note), Max = g.Max(o => o.Note) }));
        yield return new(
            "group extremes of enums", q => Of(q).GroupBy(o => o.City).Select(g => new { Min = g.Min(o => o.Priority), Max = g.Max(o => o.Status) }));
        yield return new(
            "group counts",
            q => Of(q).GroupBy(o => o.City).Select(g => new { A = g.LongCount(), B = g.Count(o => o.IsGift), C = g.LongCount(o => o.Total > 50m) }));
        yield return new(
            "group any and all", q => Of(q).GroupBy(o => o.City).Select(g => new { A = g.Any(), B = g.Any(o => o.IsGift), C = g.All(o => o.Number > 2) }));
        yield return new("group conditional sum", q => Of(q).GroupBy(o => o.City).Select(g => g.Sum(o => o.Total > 50m ? 1 : 0)));
        yield return new("group filtered sum", q => Of(q).GroupBy(o => o.City).Select(g => g.Where(o => o.Number % 2 == 0).Sum(o => o.Total)));
        yield return new(
            "group filtered twice",
            q => Of(q).GroupBy(o => o.City).Select(g => g.Where(o => o.Number > 2).Where(o => o.IsGift).Select(o => o.Number).Max(n => (int?)n)));
        yield return new("group distinct count", q => Of(q).GroupBy(o => o.City).Select(g => g.Select(o => o.Status).Distinct().Count()));
        yield return new("group aggregates computed", q => Of(q).GroupBy(o => o.City).Select(g => g.Sum(o => o.Total) / g.Count() + g.Key.Length));
        yield return new("group sum of key", q => Of(q).GroupBy(o => o.Pieces).Select(g => g.Sum(o => g.Key + o.Number)));
        yield return new("group count by key", q => Of(q).GroupBy(o => o.Pieces).Select(g => g.Count(o => o.Number > g.Key)));
        yield return new("group string join", q => Of(q).GroupBy(o => o.Status).Select(g => string.Join(Separator, g.Select(o => o.Note))));
        yield return new(
            "group string concat", q => Of(q).GroupBy(o => o.Status).Select(g => string.Concat(g.OrderByDescending(o => o.Number).Select(o => o.City))));
        yield return new("group contains", q => Of(q).GroupBy(o => o.Status).Select(g => g.Select(o => o.Number).Contains(4)));
    }

    private static IEnumerable<OperatorCase> Having()
    {
        yield return new("having count", q => Of(q).GroupBy(o => o.Pieces).Where(g => g.Count() > 2).Select(g => new { g.Key, Count = g.Count() }));
        yield return new(
            "having sum and key", q => Of(q).GroupBy(o => o.Status).Where(g => g.Key != OrderStatus.Paid && g.Sum(o => o.Total) > 100m).Select(g => g.Key));
        yield return new(
            "having behind select", q => Of(q).GroupBy(o => o.Status).Select(g => new { g.Key, Sum = g.Sum(o => o.Total) }).Where(x => x.Sum > 200m));
        yield return new("group ordered by key", q => Of(q).GroupBy(o => o.Pieces).OrderByDescending(g => g.Key).Select(g => g.Key));
        yield return new(
            "group ordered by count",
            q => Of(q).GroupBy(o => o.Pieces).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => new { g.Key, Count = g.Count() }));
        yield return new(
            "group ordered by sum", q => Of(q).GroupBy(o => o.City).Select(g => new { g.Key, Sum = g.Sum(o => o.Total) }).OrderBy(x => x.Sum).Skip(1).Take(2));
        yield return new("group taken", q => Of(q).GroupBy(o => o.Pieces).Take(2).Select(g => new { g.Key, Count = g.Count() }));
        yield return new("groups counted", q => Of(q).GroupBy(o => o.Pieces).Count());
        yield return new("groups counted by condition", q => Of(q).GroupBy(o => o.Pieces).Count(g => g.Count() > 2));
        yield return new("any group", q => Of(q).GroupBy(o => o.Pieces).Any(g => g.Key > 100));
        yield return new("all groups", q => Of(q).GroupBy(o => o.Pieces).All(g => g.Count() > 1));
        yield return new("max of counts", q => Of(q).GroupBy(o => o.Pieces).Select(g => g.Count()).Max());
        yield return new("first group", q => Of(q).GroupBy(o => o.Pieces).Select(g => new { g.Key, Count = g.Count() }).First());
        yield return new("distinct of groups", q => Of(q).GroupBy(o => o.Pieces).Select(g => g.Count()).Distinct());
        yield return new("no group", q => Of(q, 99).GroupBy(o => o.City).Select(g => new { g.Key, Count = g.Count() }));
    }

    private static IEnumerable<OperatorCase> Elements()
    {
        yield return new("group firsts", q => Of(q).GroupBy(o => o.City).Select(g => g.First()));
        yield return new("group first by order", q => Of(q).GroupBy(o => o.City).Select(g => g.OrderByDescending(o => o.Total).First()));
        yield return new("group first or default", q => Of(q).GroupBy(o => o.City).Select(g => g.FirstOrDefault(o => o.Number > 10)));
        yield return new("group first member", q => Of(q).GroupBy(o => o.City).Select(g => g.OrderByDescending(o => o.Total).First().Note));
        yield return new(
            "group last member", q => Of(q).GroupBy(o => o.City).Select(g => g.OrderBy(o => o.Note).ThenByDescending(o => o.Number).Last().Number));
        yield return new(
            "group first filtered", q => Of(q).GroupBy(o => o.City).Select(g => g.OrderByDescending(o => o.Total).First()).Where(o => o.Number > 10));
        yield return new(
            "group first ordered",
            q => Of(q).GroupBy(o => o.City).Select(g => g.OrderByDescending(o => o.Total).First()).OrderBy(o => o.Note).Select(o => o.Number));
        yield return new("group list", q => Of(q).GroupBy(o => o.City).Select(g => new { g.Key, Items = g.ToList() }));
        yield return new("group list of members", q => Of(q).GroupBy(o => o.City).Select(g => new { g.Key, Items = g.Select(o => o.Number).ToList() }));
        yield return new(
            "group list of objects", q => Of(q).GroupBy(o => o.City).Select(g => new { g.Key, Items = g.Select(o => new { o.Number, o.Note }).ToList() }));
        yield return new(
            "group list filtered", q => Of(q).GroupBy(o => o.City).Select(g => g.Where(o => o.IsGift).OrderBy(o => o.Note).Select(o => o.Number).ToList()));
        yield return new(
            "group list cut", q => Of(q).GroupBy(o => o.City).Select(g => g.OrderByDescending(o => o.Number).Skip(1).Take(2).Select(o => o.Number).ToList()));
        yield return new("group array", q => Of(q).GroupBy(o => o.City).Select(g => g.Select(o => o.Number).ToArray()));
        yield return new("group element at", q => Of(q).GroupBy(o => o.City).Select(g => g.Select(o => o.Number).ElementAt(1)));
        yield return new("group owned", q => Of(q).Where(o => o.ShipTo != null).GroupBy(o => o.Status).Select(g => g.Select(o => o.ShipTo!.City).ToList()));
        yield return new("group collections", q => Of(q).GroupBy(o => o.Status).Select(g => g.Select(o => o.Lines).ToList()));
        yield return new("group sum over collections", q => Of(q).GroupBy(o => o.Status).Select(g => g.Sum(o => o.Lines.Count)));
        yield return new("group first's lines", q => Of(q).GroupBy(o => o.Status).Select(g => g.OrderByDescending(o => o.Number).First().Lines));
    }

    private static IEnumerable<OperatorCase> Results()
    {
        yield return new("groups", q => Of(q).GroupBy(o => o.City).ToList().Select(g => new { g.Key, Items = g.ToList() }));
        yield return new("groups of members", q => Of(q).GroupBy(o => o.City, o => o.Number).ToList().Select(g => new { g.Key, Items = g.ToList() }));
        yield return new(
            "groups of objects", q => Of(q).GroupBy(o => o.City, o => new { o.Number, o.Note }).ToList().Select(g => new { g.Key, Items = g.ToList() }));
        yield return new("element selector and sum", q => Of(q).GroupBy(o => o.City, o => o.Total).Select(g => new { g.Key, Sum = g.Sum(), Max = g.Max() }));
        yield return new(
            "result selector", q => Of(q).GroupBy(o => o.City, (key, orders) => new { key, Count = orders.Count(), Sum = orders.Sum(o => o.Total) }));
        yield return new("element and result selector", q => Of(q).GroupBy(o => o.City, o => o.Number, (key, numbers) => new { key, Max = numbers.Max() }));
        yield return new(
            "composite groups",
            q => Of(q).GroupBy(o => new { o.Status, o.IsGift }).ToList().Select(g => new { g.Key, Items = g.Select(o => o.Number).ToList() }));
        yield return new("group key alone", q => Of(q).GroupBy(o => o.City).Select(g => g.Key));
        yield return new(
            "query syntax", q => from o in Of(q) group o by o.Status into g where g.Count() > 1 orderby g.Key descending select new { g.Key, N = g.Count() });
    }

    private static IEnumerable<OperatorCase> Sources()
    {
        yield return new(
            "group behind order", q => Of(q).OrderByDescending(o => o.Total).GroupBy(o => o.City).Select(g => new { g.Key, First = g.First().Number }));
        yield return new(
            "group behind take", q => Of(q).OrderByDescending(o => o.Total).Take(5).GroupBy(o => o.City).Select(g => new { g.Key, Count = g.Count() }));
        yield return new(
            "group behind skip", q => Of(q).OrderBy(o => o.Note).Skip(3).Take(6).GroupBy(o => o.Status).Select(g => new { g.Key, Sum = g.Sum(o => o.Number) }));
        yield return new(
            "group behind select",
            q => Of(q).Select(o => new { o.City, Twice = o.Number * 2 }).GroupBy(x => x.City).Select(g => new { g.Key, Sum = g.Sum(x => x.Twice) }));
        yield return new(
            "group behind distinct",
            q => Of(q).Select(o => new { o.City, o.Status }).Distinct().GroupBy(x => x.City).Select(g => new { g.Key, Count = g.Count() }));
        yield return new(
            "group behind filter on client", q => Of(q).Where(o => o.City.Length > 1).GroupBy(o => o.Status).Select(g => new { g.Key, Count = g.Count() }));
        yield return new(
            "group of several partitions",
            q => q.Where(o => new[] { 1, 2 }.Contains(o.CustomerId)).GroupBy(o => o.CustomerId).Select(g => new { g.Key, Sum = g.Sum(o => o.Total) }),
            IsOrdered: false);
        yield return new(
            "group of index",
            q => q.Where(o => o.Status == OrderStatus.Paid).GroupBy(o => o.CustomerId).Select(g => new { g.Key, Count = g.Count() }),
            IsOrdered: false);
    }

    private static IEnumerable<OperatorCase> Nested()
    {
        yield return new(
            "group of groups",
            q => Of(q).GroupBy(o => o.City).Select(g => new { g.Key, Count = g.Count() }).GroupBy(x => x.Count).Select(
                g => new { g.Key, N = g.Count(), Keys = g.Select(x => x.Key).ToList() }));
        yield return new(
            "group of sums",
            q => Of(q).GroupBy(o => o.City).Select(g => new { g.Key, Sum = g.Sum(o => o.Number) }).GroupBy(x => x.Sum % 2).Select(
                g => new { g.Key, Sum = g.Sum(x => x.Sum) }));
        yield return new(
            "group in group",
            q => Of(q).GroupBy(o => o.City).Select(
                g => new { g.Key, Inner = g.GroupBy(o => o.Status).Select(i => new { i.Key, Count = i.Count() }).ToList() }));
    }

    private sealed record GroupKey
    {
        public string City { get; init; } = "";
    }
}
