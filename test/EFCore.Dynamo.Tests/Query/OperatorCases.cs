using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>One line a query.</summary>
internal static class OperatorCases
{
    private static readonly int Two = 2;
    private static readonly int[] Numbers = [1, 3, 5, 99];
    private static readonly List<int?> Discounts = [5, null];
    private static readonly string Prefix = "note ";
    private static readonly int? NoDiscount = FindNothing<int?>();
    private static readonly string? NoNote = FindNothing<string>();

    public static IReadOnlyList<OperatorCase> All { get; } =
    [
        .. Points(), .. Conditions(), .. Nulls(), .. Strings(), .. Collections(), .. Nested(), .. Orders(), .. Projections(), .. Aggregates(), .. Single(),
        .. Scans(), .. GroupCases.All, .. FlattenCases.All,
    ];

    private static IQueryable<Order> OrderTwice(IQueryable<Order> orders)
    {
        IQueryable<Order> byNumber = orders.OrderByDescending(o => o.Number);
        return byNumber.OrderBy(o => o.Status);
    }

    private static T? FindNothing<T>()
        => default;

    private static IQueryable<Order> Of(IQueryable<Order> orders, int customer = 1)
        => orders.Where(o => o.CustomerId == customer);

    private static IEnumerable<OperatorCase> Points()
    {
        yield return new("point", q => q.Where(o => o.CustomerId == 1 && o.Number == 2));
        yield return new("point with more conditions", q => q.Where(o => o.CustomerId == 1 && o.Number == 2 && o.IsGift));
        yield return new("point that is missing", q => q.Where(o => o.CustomerId == 1 && o.Number == 99));
        yield return new("point in wheres", q => q.Where(o => o.Number == 3).Where(o => o.CustomerId == 2));
        yield return new("partition", q => Of(q));
        yield return new("sort key range", q => Of(q).Where(o => o.Number > 3 && o.Number <= 7));
        yield return new("sort key from", q => Of(q).Where(o => o.Number >= 10));
        yield return new("sort key below parameter", q => Of(q).Where(o => o.Number < Two));
        yield return new("sort key not equal", q => Of(q).Where(o => o.Number != 5));
        yield return new("key list", q => q.Where(o => o.CustomerId == 1 && Numbers.Contains(o.Number)), IsOrdered: false);
        yield return new("key list of constants", q => q.Where(o => o.CustomerId == 1 && new[] { 2, 4 }.Contains(o.Number)), IsOrdered: false);
        yield return new("partition list", q => q.Where(o => new[] { 1, 3 }.Contains(o.CustomerId)), IsOrdered: false);
        yield return new("partition list ordered", q => q.Where(o => new[] { 3, 1 }.Contains(o.CustomerId)).OrderBy(o => o.Number).ThenBy(o => o.CustomerId));
        yield return new("partition or", q => q.Where(o => o.CustomerId == 1 || o.CustomerId == 2), IsOrdered: false);
        yield return new(
            "partition list taken",
            q => q.Where(o => new[] { 3, 1 }.Contains(o.CustomerId)).OrderByDescending(o => o.Number).ThenBy(o => o.CustomerId).Skip(1).Take(3));
        yield return new("empty list", q => Of(q).Where(o => Array.Empty<int>().Contains(o.Number)));
        yield return new("contradiction", q => Of(q).Where(o => o.CustomerId == 2));
        yield return new("false", q => Of(q).Where(o => false));
        yield return new("true", q => Of(q).Where(o => true));
        yield return new(
            "index", q => q.Where(o => o.Status == OrderStatus.Paid && o.PlacedAt >= new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc)), IsOrdered: false);
        yield return new("index ordered", q => q.Where(o => o.Status == OrderStatus.Paid).OrderByDescending(o => o.PlacedAt).ThenBy(o => o.CustomerId).Take(4));
    }

    private static IEnumerable<OperatorCase> Conditions()
    {
        yield return new("decimal", q => Of(q).Where(o => o.Total > 50m));
        yield return new("double", q => Of(q).Where(o => o.Weight <= 1.25));
        yield return new("short with int", q => Of(q).Where(o => o.Pieces == 2));
        yield return new("short with parameter", q => Of(q).Where(o => o.Pieces >= Two));
        yield return new("int with double", q => Of(q).Where(o => o.Number > 2.5));
        yield return new("double cut to int", q => Of(q).Where(o => (int)o.Weight == 1));
        yield return new("decimal cut to int", q => Of(q).Where(o => (int)o.Total >= 50));
        yield return new("int wrapped to byte", q => Of(q).Where(o => (byte)(o.Number * 100) == 44 || (byte)o.Views == 0));
        yield return new("int widened", q => Of(q).Where(o => (long)o.Number == 4 || (double)o.Number == 5 || (decimal)o.Pieces == 1));
        yield return new("long", q => Of(q).Where(o => o.Views == 3_000_000_000L));
        yield return new("enum as number", q => Of(q).Where(o => o.Status == OrderStatus.Shipped));
        yield return new("enum not", q => Of(q).Where(o => o.Status != OrderStatus.Shipped));
        yield return new("enum as string", q => Of(q).Where(o => o.Priority == Priority.High));
        yield return new("enum as string order", q => Of(q).Where(o => o.Priority > Priority.Low));
        yield return new("enum list", q => Of(q).Where(o => new[] { OrderStatus.Open, OrderStatus.Paid }.Contains(o.Status)));
        yield return new("bool", q => Of(q).Where(o => o.IsGift));
        yield return new("not bool", q => Of(q).Where(o => !o.IsGift));
        yield return new("bool equals", q => Of(q).Where(o => o.IsGift == false));
        yield return new("char", q => Of(q).Where(o => o.Grade == 'B'));
        yield return new("guid", q => Of(q).Where(o => o.Reference == new Guid(1, 4, 0, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 })));
        yield return new("date", q => Of(q).Where(o => o.PlacedAt > new DateTime(2026, 1, 6, 8, 0, 0, DateTimeKind.Utc)));
        yield return new("date part", q => Of(q).Where(o => o.PlacedAt.Day == 6));
        yield return new("and or not", q => Of(q).Where(o => (o.IsGift || o.Number < 3) && !(o.Total > 90m)));
        yield return new("not and", q => Of(q).Where(o => !(o.IsGift && o.Number < 9)));
        yield return new("not or", q => Of(q).Where(o => !(o.IsGift || o.Number < 9)));
        yield return new("arithmetic", q => Of(q).Where(o => o.Number * 2 + 1 > 11));
        yield return new("modulo", q => Of(q).Where(o => o.Number % 2 == 0));
        yield return new("two attributes", q => Of(q).Where(o => o.Pieces == o.Number));
        yield return new("two attributes order", q => Of(q).Where(o => o.Weight < o.Pieces));
        yield return new("conditional", q => Of(q).Where(o => (o.IsGift ? o.Number : 0) > 3));
        yield return new("constant first", q => Of(q).Where(o => 5 < o.Number));
        yield return new("compare to", q => Of(q).Where(o => o.Number.CompareTo(6) > 0));
        yield return new("compare date", q => Of(q).Where(o => o.PlacedAt.CompareTo(new DateTime(2026, 1, 6, 8, 0, 0, DateTimeKind.Utc)) <= 0));
        yield return new("equals", q => Of(q).Where(o => o.Number.Equals(4)));
        yield return new("object equals", q => Of(q).Where(o => Equals(o.City, "Oslo")));
        yield return new("bytes", q => Of(q).Where(o => o.Hash == null));
        yield return new("local any", q => Of(q).Where(o => Numbers.Any(n => n == o.Number)));
        yield return new("math", q => Of(q).Where(o => Math.Abs(o.Number - 6) < 2));
        yield return new("flag parameter", q => Of(q).Where(o => Two == 2 || o.Number == 1));
    }

    private static IEnumerable<OperatorCase> Nulls()
    {
        yield return new("is null", q => Of(q).Where(o => o.Discount == null));
        yield return new("is not null", q => Of(q).Where(o => o.Discount != null));
        yield return new("has value", q => Of(q).Where(o => o.Discount.HasValue));
        yield return new("has no value", q => Of(q).Where(o => !o.Discount.HasValue));
        yield return new("null unequal value", q => Of(q).Where(o => o.Discount != 5));
        yield return new("not null equal value 2", q => Of(q).Where(o => !(o.Discount == 5)));
        yield return new("null less", q => Of(q).Where(o => o.Discount < 10));
        yield return new("not null less", q => Of(q).Where(o => !(o.Discount < 10)));
        yield return new("null parameter", q => Of(q).Where(o => o.Discount == NoDiscount));
        yield return new("not null parameter", q => Of(q).Where(o => o.Discount != NoDiscount));
        yield return new("less than null parameter", q => Of(q).Where(o => o.Discount < NoDiscount));
        yield return new("not less than null parameter", q => Of(q).Where(o => !(o.Discount < NoDiscount)));
        yield return new("null string parameter", q => Of(q).Where(o => o.Note == NoNote));
        yield return new("not null string parameter", q => Of(q).Where(o => o.Note != NoNote));
        yield return new("null in list", q => Of(q).Where(o => Discounts.Contains(o.Discount)));
        yield return new("null not in list", q => Of(q).Where(o => !Discounts.Contains(o.Discount)));
        yield return new("null in constants", q => Of(q).Where(o => new int?[] { 5, null }.Contains(o.Discount)));
        yield return new("nullable bool", q => Of(q).Where(o => o.IsChecked == true));
        yield return new("nullable bool not", q => Of(q).Where(o => o.IsChecked != true));
        yield return new("nullable bool coalesce", q => Of(q).Where(o => o.IsChecked ?? true));
        yield return new("nullable date", q => Of(q).Where(o => o.PaidAt > new DateTime(2026, 2, 5, 0, 0, 0, DateTimeKind.Utc)));
        yield return new("coalesce", q => Of(q).Where(o => (o.Discount ?? 0) == 0));
        yield return new("coalesce string", q => Of(q).Where(o => (o.Note ?? "none") == "none"));
        yield return new("two nullables", q => Of(q).Where(o => o.Discount == o.Number));
        yield return new("nullable value", q => Of(q).Where(o => o.Discount != null && o.Discount.Value > 5));
        yield return new("null arithmetic", q => Of(q).Where(o => o.Discount + 1 > 6));
    }

    private static IEnumerable<OperatorCase> Strings()
    {
        yield return new("equals string", q => Of(q).Where(o => o.City == "Oslo"));
        yield return new("starts with", q => Of(q).Where(o => o.Note != null && o.Note.StartsWith("note b")));
        yield return new("starts with parameter", q => Of(q).Where(o => o.Note != null && o.Note.StartsWith(Prefix)));
        yield return new("contains", q => Of(q).Where(o => o.City.Contains("ür")));
        yield return new("not contains", q => Of(q).Where(o => !o.City.Contains("s")));
        yield return new("ends with", q => Of(q).Where(o => o.City.EndsWith("lo")));
        yield return new("null or empty", q => Of(q).Where(o => string.IsNullOrEmpty(o.Note)));
        yield return new("not null or empty", q => Of(q).Where(o => !string.IsNullOrEmpty(o.Note)));
        yield return new("upper", q => Of(q).Where(o => o.City.ToUpper() == "OSLO"));
        yield return new("length", q => Of(q).Where(o => o.City.Length == 2));
        yield return new("compare", q => Of(q).Where(o => string.Compare(o.City, "P") < 0));
        yield return new("compare to string", q => Of(q).Where(o => o.City.CompareTo("P") > 0));
        yield return new("concatenation", q => Of(q).Where(o => o.City + o.Number == "Oslo4"));
        yield return new("substring", q => Of(q).Where(o => o.City.Substring(0, 1) == "O"));
        yield return new("ignore case", q => Of(q).Where(o => o.City.Equals("oslo", StringComparison.OrdinalIgnoreCase)));
        yield return new("in list of strings", q => Of(q).Where(o => new List<string> { "Oslo", "\uFF21" }.Contains(o.City)));
    }

    private static IEnumerable<OperatorCase> Collections()
    {
        yield return new("list contains", q => Of(q).Where(o => o.Tags.Contains("t1")));
        yield return new("not list contains", q => Of(q).Where(o => !o.Tags.Contains("t1")));
        yield return new("set contains", q => Of(q).Where(o => o.Labels.Contains("l1")));
        yield return new("numbers contain", q => Of(q).Where(o => o.Scores.Contains(6)));
        yield return new("list count", q => Of(q).Where(o => o.Tags.Count == 2));
        yield return new("list count zero", q => Of(q).Where(o => o.Tags.Count == 0));
        yield return new("set count", q => Of(q).Where(o => o.Labels.Count == 1));
        yield return new("set count zero", q => Of(q).Where(o => o.Labels.Count == 0));
        yield return new("set count less", q => Of(q).Where(o => o.Labels.Count < 2));
        yield return new("list any", q => Of(q).Where(o => o.Tags.Any()));
        yield return new("not set any", q => Of(q).Where(o => !o.Labels.Any()));
        yield return new("list any condition", q => Of(q).Where(o => o.Scores.Any(s => s > 10)));
        yield return new("list all", q => Of(q).Where(o => o.Scores.All(s => s < 10)));
        yield return new("list sum", q => Of(q).Where(o => o.Scores.Sum() > 10));
        yield return new("list element", q => Of(q).Where(o => o.Scores.Count > 1 && o.Scores[1] == 6));
        yield return new("list first", q => Of(q).Where(o => o.Tags.FirstOrDefault() == "t0"));
        yield return new("dictionary key", q => Of(q).Where(o => o.Extras.ContainsKey("color")));
        yield return new("dictionary entry", q => Of(q).Where(o => o.Extras.ContainsKey("color") && o.Extras["color"] == "red"));
        yield return new("dictionary count", q => Of(q).Where(o => o.Extras.Count == 1));
        yield return new("lines any", q => Of(q).Where(o => o.Lines.Any(l => l.Quantity > 10)));
        yield return new("lines count", q => Of(q).Where(o => o.Lines.Count == 2));
        yield return new("lines sum", q => Of(q).Where(o => o.Lines.Sum(l => l.Quantity) > 20));
    }

    private static IEnumerable<OperatorCase> Nested()
    {
        yield return new("owned member", q => Of(q).Where(o => o.ShipTo != null && o.ShipTo.City == "Rome"));
        yield return new("owned null", q => Of(q).Where(o => o.ShipTo == null));
        yield return new("owned not null", q => Of(q).Where(o => o.ShipTo != null));
        yield return new("owned in owned", q => Of(q).Where(o => o.ShipTo != null && o.ShipTo.Country != null && o.ShipTo.Country.Code == "CH"));
        yield return new("owned number", q => Of(q).Where(o => o.ShipTo != null && o.ShipTo.Zip + 1 > 1005));
        yield return new("owned projected", q => Of(q).Where(o => o.ShipTo != null).Select(o => o.ShipTo!.City));
        yield return new("complex member", q => Of(q).Where(o => o.Price.Currency == "EUR"));
        yield return new("complex order", q => Of(q).OrderByDescending(o => o.Price.Amount).Select(o => o.Price.Amount));
        yield return new("complex member projected", q => Of(q).Select(o => new { o.Number, o.Price.Amount, o.Price.Currency }));
        yield return new("complex projected", q => Of(q).Select(o => o.Price));
        yield return new("lines projected", q => Of(q).Select(o => new { o.Number, Skus = o.Lines.Select(l => l.Sku).ToList() }));
        yield return new("notes counted", q => Of(q).Select(o => new { o.Number, Count = o.Lines.Select(l => l.Notes.Count).Sum() }));
        yield return new("notes counted in sum", q => Of(q).Select(o => o.Lines.Sum(l => l.Notes.Count())));
        yield return new("notes counted by condition", q => Of(q).Where(o => o.Lines.Sum(l => l.Notes.Count(n => n.Text == "n")) == 1));
        yield return new("notes flattened", q => Of(q).Where(o => o.Lines.SelectMany(l => l.Notes).Any(n => n.Text == "n")));
        yield return new(
            "notes of lines",
            q => Of(q).Select(
                o => new
                {
                    o.Number,
                    Lines = o.Lines.Select(
                    l => new { l.Sku, Count = l.Notes.Count, Texts = l.Notes.Select(n => n.Text).ToList() }).ToList()
                }));
        yield return new("lines with notes", q => Of(q).Select(o => o.Lines.Where(l => l.Notes.Any()).Select(l => l.Sku).ToList()));
        yield return new("lines grouped", q => Of(q).Select(o => o.Lines.Where(l => l.Notes.Max(n => n.Text) == "n").Select(l => l.Quantity).ToList()));
        yield return new("line by position", q => Of(q).Where(o => o.Lines.Count > 1 && o.Lines[1].Sku == "s2" && o.Lines[1].Notes.Count == 1));
        yield return new("list filtered distinct", q => Of(q).Select(o => o.Scores.Where(s => s > 3).Distinct().ToList()));
        yield return new("list filtered", q => Of(q).Select(o => new { o.Number, Scores = o.Scores.Where(s => s > 3) }));
        yield return new("lines whole", q => Of(q).Select(o => new { o.Number, Quantity = o.Lines.Sum(l => l.Quantity) }));
    }

    private static IEnumerable<OperatorCase> Orders()
    {
        yield return new("order by sort key", q => Of(q).OrderBy(o => o.Number));
        yield return new("order by sort key descending", q => Of(q).OrderByDescending(o => o.Number));
        yield return new("order by other", q => Of(q).OrderByDescending(o => o.Total));
        yield return new("order by two", q => Of(q).OrderBy(o => o.Status).ThenByDescending(o => o.Number));
        yield return new("order by computed", q => Of(q).OrderBy(o => o.Number % 4).ThenBy(o => o.Number));
        yield return new("order by nullable", q => Of(q).OrderBy(o => o.Discount).ThenBy(o => o.Number));
        yield return new("order is stable", q => Of(q).OrderBy(o => o.Status));
        yield return new("order twice", q => OrderTwice(Of(q)));
        yield return new("reverse", q => Of(q).OrderBy(o => o.Number).Reverse());
        yield return new("reverse natural", q => Of(q).Reverse());
        yield return new("take", q => Of(q).Take(3));
        yield return new("take parameter", q => Of(q).Take(Two));
        yield return new("take more than there are", q => Of(q).Take(100));
        yield return new("take none", q => Of(q).Take(0));
        yield return new("skip", q => Of(q).Skip(9));
        yield return new("skip take", q => Of(q).OrderByDescending(o => o.Number).Skip(2).Take(3));
        yield return new("take skip", q => Of(q).Take(5).Skip(2));
        yield return new("skip skip", q => Of(q).Skip(5).Skip(2));
        yield return new("take take", q => Of(q).Take(5).Take(2));
        yield return new("take after filter", q => Of(q).Where(o => o.IsGift).Take(2));
        yield return new("take after client filter", q => Of(q).Where(o => o.Number % 2 == 0).Skip(1).Take(2));
        yield return new("filter after take", q => Of(q).Take(6).Where(o => o.IsGift));
        yield return new("order after take", q => Of(q).Take(6).OrderByDescending(o => o.Number));
        yield return new("order after take then", q => Of(q).Take(6).OrderBy(o => o.Status).ThenByDescending(o => o.Number));
        yield return new("reverse after take", q => Of(q).Take(3).Reverse());
        yield return new("client order take", q => Of(q).OrderByDescending(o => o.Total).Take(2));
    }

    private static IEnumerable<OperatorCase> Projections()
    {
        yield return new("scalar", q => Of(q).Select(o => o.Total));
        yield return new("anonymous", q => Of(q).Select(o => new { o.Number, o.City, o.Discount }));
        yield return new("tuple", q => Of(q).Select(o => new ValueTuple<int, string>(o.Number, o.City)).Select(t => new { t.Item1, t.Item2 }));
        yield return new("initializer", q => Of(q).Select(o => new Customer { Id = o.Number, Name = o.City }));
        yield return new("nested objects", q => Of(q).Select(o => new { o.Number, Inner = new { o.City, o.Status } }));
        yield return new("computed", q => Of(q).Select(o => o.Number * 2 + o.Pieces));
        yield return new("interpolated", q => Of(q).Select(o => $"{o.Number}-{o.City}"));
        yield return new("conditional projected", q => Of(q).Select(o => o.IsGift ? "gift" : o.Note));
        yield return new("nullable projected", q => Of(q).Select(o => o.Discount));
        yield return new("constant", q => Of(q).Select(o => 1));
        yield return new("entity and scalar", q => Of(q).Select(o => new { o, o.Number }));
        yield return new("collection", q => Of(q).Select(o => o.Tags));
        yield return new("select select", q => Of(q).Select(o => new { A = o.Number, B = o.City }).Select(x => x.A));
        yield return new("select where", q => Of(q).Select(o => new { A = o.Number, B = o.City }).Where(x => x.B == "Oslo"));
        yield return new("select order", q => Of(q).Select(o => new { A = o.Number, B = o.City }).OrderByDescending(x => x.A));
        yield return new("select condition", q => Of(q).Select(o => o.Number).Where(n => n > 8));
        yield return new("distinct", q => Of(q).Select(o => o.Status).Distinct());
        yield return new("distinct anonymous", q => Of(q).Select(o => new { o.Status, o.IsGift }).Distinct());
        yield return new("distinct order", q => Of(q).Select(o => o.City.Length).Distinct().OrderByDescending(c => c));
        yield return new("distinct entities", q => Of(q).Distinct());
        yield return new("distinct count", q => Of(q).Select(o => o.Status).Distinct().Count());
        yield return new("distinct take", q => Of(q).Select(o => o.Grade).Distinct().Take(2));
        yield return new("cast", q => Of(q).Select(o => (object)o.Number));
        yield return new("dictionary projected", q => Of(q).Where(o => o.Extras.ContainsKey("color")).Select(o => o.Extras["color"]));
    }

    private static IEnumerable<OperatorCase> Aggregates()
    {
        yield return new("count", q => Of(q).Count());
        yield return new("count condition", q => Of(q).Count(o => o.IsGift));
        yield return new("count client condition", q => Of(q).Count(o => o.Number % 5 == 0));
        yield return new("count after take", q => Of(q).Take(4).Count());
        yield return new("count after skip", q => Of(q).Skip(4).Count());
        yield return new("long count", q => Of(q).LongCount());
        yield return new("any", q => Of(q).Any());
        yield return new("any condition", q => Of(q).Any(o => o.Total > 1000m));
        yield return new("any of none", q => Of(q, 99).Any());
        yield return new("all", q => Of(q).All(o => o.Total > 0));
        yield return new("not all", q => Of(q).All(o => o.IsGift));
        yield return new("all null", q => Of(q).All(o => o.Discount > 0));
        yield return new("min", q => Of(q).Min(o => o.Number));
        yield return new("max", q => Of(q).Max(o => o.Number));
        yield return new("max with filter", q => Of(q).Where(o => o.IsGift).Max(o => o.Number));
        yield return new("min other", q => Of(q).Min(o => o.Total));
        yield return new("max string", q => Of(q).Where(o => o.City.Length > 2).Max(o => o.City));
        yield return new("min nullable", q => Of(q).Min(o => o.Discount));
        yield return new("min of none", q => Of(q, 99).Min(o => o.Number));
        yield return new("min nullable of none", q => Of(q, 99).Min(o => o.Discount));
        yield return new("max date", q => Of(q).Max(o => o.PlacedAt));
        yield return new("sum", q => Of(q).Sum(o => o.Number));
        yield return new("sum decimal", q => Of(q).Sum(o => o.Total));
        yield return new("sum long", q => Of(q).Sum(o => o.Views));
        yield return new("sum nullable", q => Of(q).Sum(o => o.Discount));
        yield return new("sum computed", q => Of(q).Sum(o => o.Number * 2));
        yield return new("sum of none", q => Of(q, 99).Sum(o => o.Number));
        yield return new("average", q => Of(q).Average(o => o.Number));
        yield return new("average decimal", q => Of(q).Average(o => o.Total));
        yield return new("average nullable", q => Of(q).Average(o => o.Discount));
        yield return new("average of none", q => Of(q, 99).Average(o => o.Number));
        yield return new("average nullable of none", q => Of(q, 99).Average(o => o.Discount));
        yield return new("sum of selected", q => Of(q).Select(o => o.Number).Sum());
        yield return new("contains scalar", q => Of(q).Select(o => o.Number).Contains(3));
        yield return new("contains no scalar", q => Of(q).Select(o => o.Number).Contains(33));
    }

    private static IEnumerable<OperatorCase> Single()
    {
        yield return new("first", q => Of(q).First());
        yield return new("first ordered", q => Of(q).OrderByDescending(o => o.Total).First());
        yield return new("first condition", q => Of(q).First(o => o.IsGift));
        yield return new("first of none", q => Of(q, 99).First());
        yield return new("first or default of none", q => Of(q, 99).FirstOrDefault());
        yield return new("first scalar or default", q => Of(q, 99).Select(o => o.Number).FirstOrDefault());
        yield return new("single", q => q.Single(o => o.CustomerId == 1 && o.Number == 3));
        yield return new("single of many", q => Of(q).Single());
        yield return new("single of none", q => Of(q, 99).Single());
        yield return new("single or default of none", q => q.SingleOrDefault(o => o.CustomerId == 99 && o.Number == 3));
        yield return new("single or default of many", q => Of(q).SingleOrDefault());
        yield return new("last", q => Of(q).OrderBy(o => o.Number).Last());
        yield return new("last natural", q => Of(q).Last());
        yield return new("last or default", q => Of(q, 99).LastOrDefault());
        yield return new("last condition", q => Of(q).OrderBy(o => o.Total).Last(o => o.IsGift));
        yield return new("element at", q => Of(q).ElementAt(4));
        yield return new("element at or default", q => Of(q).ElementAtOrDefault(44));
        yield return new("first of projection", q => Of(q).Select(o => new { o.Number }).First());
    }

    private static IEnumerable<OperatorCase> Scans()
    {
        yield return new("scan", q => q.AllowScan().Where(o => o.Total > 100m), IsOrdered: false);
        yield return new("scan count", q => q.AllowScan().Count());
        yield return new("scan ordered", q => q.AllowScan().OrderBy(o => o.Total).ThenByDescending(o => o.CustomerId).Take(5));
        yield return new("scan any", q => q.AllowScan().Any(o => o.City == "Nowhere"));
        yield return new("scan sum", q => q.AllowScan().Sum(o => o.Number));
    }
}
