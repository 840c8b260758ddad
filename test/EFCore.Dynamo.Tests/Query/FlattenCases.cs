namespace EFCore.Dynamo.Tests.Query;

/// <summary>Queries that make rows of the elements of collections in an item, one a line.</summary>
internal static class FlattenCases
{
    public static IReadOnlyList<OperatorCase> All { get; } = [.. Items(), .. Values()];

    private static IQueryable<Order> Of(IQueryable<Order> orders)
        => orders.Where(o => o.CustomerId == 1);

    private static IEnumerable<OperatorCase> Items()
    {
        yield return new("flat lines", q => Of(q).SelectMany(o => o.Lines).Select(l => l.Sku));
        yield return new("flat lines whole", q => Of(q).SelectMany(o => o.Lines));
        yield return new("flat lines with their order", q => Of(q).SelectMany(o => o.Lines, (o, l) => new { o.Number, l.Sku, l.Quantity }));
        yield return new("flat lines under a condition", q => Of(q).SelectMany(o => o.Lines.Where(l => l.Quantity > 1), (o, l) => new { o.Number, l.Sku }));
        yield return new("flat lines under the order's condition", q => Of(q).SelectMany(o => o.Lines.Where(l => l.Quantity < o.Number)).Select(l => l.Sku));
        yield return new("flat lines selected", q => Of(q).SelectMany(o => o.Lines.Select(l => l.Sku + o.Number)));
        yield return new("flat lines in order", q => Of(q).SelectMany(o => o.Lines.OrderByDescending(l => l.Sku), (o, l) => new { o.Number, l.Sku }));
        yield return new("flat first lines", q => Of(q).SelectMany(o => o.Lines.Take(1), (o, l) => new { o.Number, l.Sku }));
        yield return new(
            "flat lines or none", q => Of(q).SelectMany(o => o.Lines.DefaultIfEmpty(), (o, l) => new { o.Number, Sku = l == null ? null : l.Sku }));
        yield return new(
            "flat lines or none under a condition",
            q => Of(q).SelectMany(o => o.Lines.Where(l => l.Quantity > 1).DefaultIfEmpty(), (o, l) => new { o.Number, Sku = l == null ? "none" : l.Sku }));
        yield return new("flat notes of lines", q => Of(q).SelectMany(o => o.Lines).SelectMany(l => l.Notes).Select(n => n.Text));
        yield return new("flat lines behind", q => Of(q).SelectMany(o => o.Lines).Where(l => l.Quantity > 1).OrderBy(l => l.Sku).Select(l => l.Sku));
        yield return new("flat lines counted", q => Of(q).SelectMany(o => o.Lines).Count());
        yield return new("flat lines distinct", q => Of(q).SelectMany(o => o.Lines).Select(l => l.Sku).Distinct());
        yield return new("flat lines taken", q => Of(q).OrderBy(o => o.Number).SelectMany(o => o.Lines).Select(l => l.Sku).Skip(1).Take(2));
    }

    private static IEnumerable<OperatorCase> Values()
    {
        yield return new("flat tags", q => Of(q).SelectMany(o => o.Tags));
        yield return new("flat tags with their order", q => Of(q).SelectMany(o => o.Tags, (o, t) => new { o.Number, Tag = t }));
        yield return new("flat scores", q => Of(q).SelectMany(o => o.Scores).Where(s => s > 3));
        yield return new("flat scores under a condition", q => Of(q).SelectMany(o => o.Scores.Where(s => s > o.Number)));
        yield return new("flat scores selected", q => Of(q).SelectMany(o => o.Scores.Select(s => s * 2 + o.Number)));
        yield return new("flat scores or none", q => Of(q).SelectMany(o => o.Scores.DefaultIfEmpty(), (o, s) => new { o.Number, s }));
        yield return new("flat scores summed", q => Of(q).SelectMany(o => o.Scores).Sum());
    }
}
