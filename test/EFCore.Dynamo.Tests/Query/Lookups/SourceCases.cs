namespace EFCore.Dynamo.Tests.Query.Lookups;

/// <summary>Queries in which rows of one source ask for rows of another, one a line.</summary>
internal static class SourceCases
{
    public static IReadOnlyList<SourceCase> All { get; }
        = [.. Conditions(), .. Values(), .. Elements(), .. Collections(), .. Flattened(), .. Defaults(), .. CutJoins(), .. TwoLevels()];

    private static IEnumerable<SourceCase> Conditions()
    {
        yield return new("any by key", s => s.Authors.Where(a => s.Books.Any(b => b.AuthorId == a.Id)).Select(a => a.Name));
        yield return new("any by key and range", s => s.Authors.Where(a => s.Books.Any(b => b.AuthorId == a.Id && b.Number > a.Id)).Select(a => a.Name));
        yield return new("any by range alone", s => s.Authors.Where(a => s.Books.Any(b => b.Number > a.Id)).Select(a => a.Name));
        yield return new("any by computed key", s => s.Authors.Where(a => s.Books.Any(b => b.AuthorId == a.Id + 1)).Select(a => a.Name));
        yield return new("any by unkeyed", s => s.Authors.Where(a => s.Books.Any(b => b.Title == a.Name || b.Number == a.Id)).Select(a => a.Name));
        yield return new("not any", s => s.Authors.Where(a => !s.Books.Any(b => b.AuthorId == a.Id)).Select(a => a.Name));
        yield return new("all by key", s => s.Authors.Where(a => s.Books.Where(b => b.AuthorId == a.Id).All(b => b.Number > 1)).Select(a => a.Name));
        yield return new("all by outer value", s => s.Authors.Where(a => s.Books.All(b => b.Number < a.Id + 2)).Select(a => a.Name));
        yield return new("contains", s => s.Authors.Where(a => s.Books.Select(b => b.AuthorId).Contains(a.Id)).Select(a => a.Name));
        yield return new("contains a computed", s => s.Authors.Where(a => s.Books.Select(b => b.Number * 2).Contains(a.Id)).Select(a => a.Name));
        yield return new("not contains", s => s.Authors.Where(a => !s.Books.Select(b => b.Number).Contains(a.Id)).Select(a => a.Name));
        yield return new("uncorrelated any", s => s.Authors.Where(a => s.Books.Any()).Select(a => a.Name));
        yield return new("uncorrelated any of none", s => s.Authors.Where(a => s.Books.Any(b => b.Shelf == "z")).Select(a => a.Name));
        yield return new("uncorrelated max", s => s.Authors.Where(a => a.Id == s.Books.Max(b => b.Number)).Select(a => a.Name));
        yield return new("count compared", s => s.Authors.Where(a => s.Books.Count(b => b.AuthorId == a.Id) > 1).Select(a => a.Name));
        yield return new("nulls are equal", s => s.Books.Where(b => s.Authors.Any(a => a.CountryId == b.AuthorId)).Select(b => b.Title));
        yield return new(
            "nulls are guarded", s => s.Books.Where(b => b.AuthorId != null && s.Authors.Any(a => a.CountryId == b.AuthorId)).Select(b => b.Title));
        yield return new(
            "first compared",
            s => s.Authors.Where(
                a => s.Books.Where(b => b.AuthorId == a.Id).OrderBy(b => b.Title).Select(b => b.Number).FirstOrDefault() == 1).Select(a => a.Name));
        yield return new("entity compared", s => s.Authors.Where(a => s.Books.Any(b => b.Author == a)).Select(a => a.Name));
        yield return new(
            "limit is each row's",
            s => s.Authors.Where(
                a => s.Books.Where(b => b.Number >= a.Id).OrderBy(b => b.Number).ThenBy(b => b.Shelf).Take(1).Any(b => b.Shelf == "b")).Select(a => a.Name));
    }

    private static IEnumerable<SourceCase> Values()
    {
        yield return new("count", s => s.Authors.Select(a => new { a.Id, N = s.Books.Count(b => b.AuthorId == a.Id) }));
        yield return new("long count by range", s => s.Authors.Select(a => new { a.Id, N = s.Books.LongCount(b => b.Number > a.Id) }));
        yield return new("sum", s => s.Authors.Select(a => new { a.Id, N = s.Books.Where(b => b.AuthorId == a.Id).Sum(b => b.Number) }));
        yield return new(
            "sum with outer value", s => s.Authors.Select(a => new { a.Id, N = s.Books.Where(b => b.AuthorId == a.Id).Sum(b => b.Number * a.Id) }));
        yield return new("min of nullable", s => s.Authors.Select(a => new { a.Id, N = s.Books.Where(b => b.AuthorId == a.Id).Min(b => (int?)b.Number) }));
        yield return new(
            "average of nullable", s => s.Authors.Select(a => new { a.Id, N = s.Books.Where(b => b.AuthorId == a.Id).Average(b => (int?)b.Number) }));
        yield return new("max of a navigation", s => s.Authors.Select(a => new { a.Id, N = a.Books.Max(b => (int?)b.Number) }));
        yield return new("uncorrelated count", s => s.Authors.Select(a => new { a.Id, N = s.Books.Count() }));
        yield return new("uncorrelated sum", s => s.Authors.Select(a => new { a.Id, N = s.Books.Sum(b => b.Number) }));
        yield return new("any as a value", s => s.Authors.Select(a => new { a.Id, Has = a.Books.Any(b => b.Shelf == "b") }));
        yield return new("all as a value", s => s.Authors.Select(a => new { a.Id, Has = a.Books.All(b => b.Number < a.Id + 3) }));
        yield return new(
            "order by a sum",
            s => s.Authors.OrderBy(a => s.Books.Where(b => b.AuthorId == a.Id).Sum(b => b.Number)).ThenBy(a => a.Id).Select(a => a.Id),
            IsOrdered: true);
    }

    private static IEnumerable<SourceCase> Elements()
    {
        yield return new(
            "first of an order", s => s.Authors.Select(a => new { a.Id, T = a.Books.OrderBy(b => b.Title).Select(b => b.Title).FirstOrDefault() }));
        yield return new("first value", s => s.Authors.Select(a => new { a.Id, N = a.Books.OrderBy(b => b.Title).Select(b => b.Number).FirstOrDefault() }));
        yield return new(
            "first nullable value", s => s.Authors.Select(a => new { a.Id, N = a.Books.OrderBy(b => b.Title).Select(b => (int?)b.Number).FirstOrDefault() }));
        yield return new(
            "first computed", s => s.Authors.Select(a => new { a.Id, N = a.Books.OrderBy(b => b.Title).Select(b => b.Number + a.Id).FirstOrDefault() }));
        yield return new(
            "first with condition",
            s => s.Authors.Where(a => a.Id < 3).Select(
                a => new { a.Id, T = s.Books.OrderBy(b => b.Title).FirstOrDefault(b => b.AuthorId == a.Id && b.Number > 1)!.Title }));
        yield return new(
            "first object", s => s.Authors.Select(a => a.Books.OrderBy(b => b.Title).Select(b => new { b.Title, b.Number, a.Name }).FirstOrDefault()));
        yield return new("last", s => s.Authors.Select(a => new { a.Id, T = a.Books.OrderBy(b => b.Title).Select(b => b.Title).LastOrDefault() }));
        yield return new("single", s => s.Authors.Where(a => a.Id == 2).Select(a => new { a.Id, T = a.Books.Select(b => b.Title).SingleOrDefault() }));
        yield return new("element at", s => s.Authors.Select(a => new { a.Id, T = a.Books.OrderBy(b => b.Title).Select(b => b.Title).ElementAtOrDefault(1) }));
        yield return new("first of all", s => s.Authors.Select(a => new { a.Id, T = s.Books.OrderBy(b => b.Title).Select(b => b.Title).First() }));
        yield return new("first entity", s => s.Authors.Select(a => a.Books.OrderBy(b => b.Title).FirstOrDefault()).AsEnumerable().Select(b => b?.Title));
        yield return new(
            "first entity of a property",
            s => s.Authors.Select(a => new { a.Id, B = a.Books.OrderBy(b => b.Title).FirstOrDefault() }).AsEnumerable().Select(x => (x.Id, x.B?.Title)));
        yield return new(
            "first and its reference",
            s => s.Countries.Select(c => s.Books.OrderBy(b => b.Title).Where(b => b.AuthorId == c.Id).Select(b => b.Author!.Name).FirstOrDefault()));
        yield return new(
            "first by range",
            s => s.Authors.Select(
                a => new { a.Id, T = s.Books.Where(b => b.Number > a.Id).OrderBy(b => b.Title).Select(b => b.Title + a.Name).FirstOrDefault() }));
        yield return new(
            "order by an outer value",
            s => s.Authors.Select(a => new { a.Id, T = s.Books.OrderBy(b => b.Number % a.Id).ThenBy(b => b.Title).Select(b => b.Title).FirstOrDefault() }));
    }

    private static IEnumerable<SourceCase> Collections()
    {
        yield return new(
            "list of objects", s => s.Authors.Select(a => new { a.Id, L = a.Books.OrderBy(b => b.Title).Select(b => new { b.Title, a.Name }).ToList() }));
        yield return new(
            "list by range",
            s => s.Authors.Select(a => new { a.Id, L = s.Books.Where(b => b.Number > a.Id).OrderBy(b => b.Title).Select(b => b.Title).ToList() }));
        yield return new("uncorrelated list", s => s.Countries.Select(a => new { a.Id, L = s.Books.OrderBy(b => b.Title).Select(b => b.Title).ToList() }));
        yield return new("distinct in a list", s => s.Authors.Select(a => new { a.Id, L = a.Books.Select(b => b.Shelf).Distinct().OrderBy(x => x).ToList() }));
        yield return new(
            "cut list", s => s.Authors.Select(a => new { a.Id, L = a.Books.OrderBy(b => b.Title).Skip(1).Take(1).Select(b => b.Title + a.Id).ToList() }));
        yield return new(
            "cut list by range",
            s => s.Authors.Select(a => new { a.Id, L = s.Books.Where(b => b.Number != a.Id).OrderBy(b => b.Title).Take(2).Select(b => b.Title).ToList() }));
        yield return new(
            "group join",
            s => s.Authors.GroupJoin(
                s.Books, a => a.Id, b => b.AuthorId, (a, books) => new { a.Name, Titles = books.OrderBy(b => b.Title).Select(b => b.Title).ToList() }));
        yield return new(
            "group join counted", s => s.Authors.GroupJoin(s.Books, a => (int?)a.Id, b => b.AuthorId, (a, books) => new { a.Name, N = books.Count() }));
        yield return new(
            "outer entity in the list",
            s => s.Authors.Select(a => new { L = a.Books.OrderBy(b => b.Title).Select(b => new { b.Title, a }).ToList() }).AsEnumerable().Select(
                x => string.Join(",", x.L.Select(y => y.Title + y.a.Name))));
    }

    private static IEnumerable<SourceCase> Flattened()
    {
        yield return new("navigation", s => s.Authors.SelectMany(a => a.Books).Select(b => b.Title));
        yield return new("navigation with result", s => s.Authors.SelectMany(a => a.Books, (a, b) => new { a.Name, b.Title }));
        yield return new("condition inside", s => s.Authors.SelectMany(a => a.Books.Where(b => b.Number > a.Id), (a, b) => new { a.Name, b.Title }));
        yield return new("select inside", s => s.Authors.SelectMany(a => a.Books.Select(b => b.Title + a.Name)));
        yield return new("cut inside", s => s.Authors.SelectMany(a => a.Books.OrderBy(b => b.Title).Take(1), (a, b) => new { a.Name, b.Title }));
        yield return new(
            "behind", s => s.Authors.SelectMany(a => a.Books).Where(b => b.Shelf == "a").OrderBy(b => b.Title).Select(b => b.Title), IsOrdered: true);
        yield return new("cross", s => from a in s.Authors from c in s.Countries select new { a.Name, Country = c.Name });
        yield return new(
            "cross with condition", s => from a in s.Authors from c in s.Countries where a.CountryId == c.Id select new { a.Name, Country = c.Name });
        yield return new(
            "cross of three",
            s => from a in s.Authors from c in s.Countries from b in s.Books where b.Number == a.Id && c.Id == b.Number select a.Name + c.Name + b.Title);
        yield return new("by key", s => from a in s.Authors from b in s.Books.Where(b => b.AuthorId == a.Id) select a.Name + b.Title);
        yield return new("by range", s => from a in s.Authors from b in s.Books.Where(b => b.Number > a.Id) select a.Name + b.Title);
        yield return new(
            "left by key",
            s => from a in s.Authors from b in s.Books.Where(b => b.AuthorId == a.Id).DefaultIfEmpty() select new { a.Name, T = b == null ? null : b.Title });
        yield return new(
            "left by range",
            s => from a in s.Authors from b in s.Books.Where(b => b.Number > a.Id).DefaultIfEmpty() select new { a.Name, T = b == null ? null : b.Title });
        yield return new(
            "left navigation", s => s.Authors.SelectMany(a => a.Books.DefaultIfEmpty(), (a, b) => new { a.Name, T = b == null ? "none" : b.Title }));
        yield return new("left of values", s => s.Authors.SelectMany(a => a.Books.Select(b => b.Number).DefaultIfEmpty(), (a, n) => new { a.Name, n }));
        yield return new("left of computed", s => s.Authors.SelectMany(a => a.Books.Select(b => b.Number + 1).DefaultIfEmpty(), (a, n) => new { a.Name, n }));
        yield return new(
            "two levels",
            s => s.Countries.SelectMany(
                c => s.Authors.Where(a => a.CountryId == c.Id).SelectMany(a => a.Books, (a, b) => new { a.Name, b.Title, Country = c.Name })));
        yield return new("distinct inside", s => s.Authors.SelectMany(a => a.Books.Select(b => b.Shelf).Distinct(), (a, shelf) => a.Name + shelf));
        yield return new("counted", s => s.Authors.SelectMany(a => a.Books).Count());
        yield return new(
            "group join left",
            s => from b in s.Books join a in s.Authors on b.AuthorId equals a.Id into g from a in g.DefaultIfEmpty() select new { b.Title, N = a == null ? null : a.Name });
    }

    private static IEnumerable<SourceCase> Defaults()
    {
        yield return new("default of some", s => s.Books.Where(b => b.Shelf == "b").DefaultIfEmpty().Select(b => b!.Title));
        yield return new("default of none", s => s.Books.Where(b => b.Shelf == "z").DefaultIfEmpty().AsEnumerable().Select(b => b?.Title));
        yield return new("default value of none", s => s.Books.Where(b => b.Shelf == "z").Select(b => b.Number).DefaultIfEmpty());
        yield return new("default counted", s => s.Books.Where(b => b.Shelf == "z").DefaultIfEmpty().Count());
        yield return new("default in a subquery", s => s.Authors.Select(a => new { a.Id, N = a.Books.Select(b => b.Number).DefaultIfEmpty().Max() }));
        yield return new(
            "default in a subquery with outer value",
            s => s.Authors.Select(a => new { a.Id, N = a.Books.Select(b => b.Number).DefaultIfEmpty().Select(n => n + a.Id).Max() }));
    }

    private static IEnumerable<SourceCase> CutJoins()
    {
        yield return new("inner cut", s => s.Authors.Join(s.Books.OrderBy(b => b.Title).Take(3), a => a.Id, b => b.AuthorId, (a, b) => a.Name + b.Title));
        yield return new("inner distinct", s => s.Authors.Join(s.Books.Select(b => b.AuthorId).Distinct(), a => (int?)a.Id, id => id, (a, id) => a.Name));
        yield return new(
            "left inner cut",
            s => s.Authors.LeftJoin(
                s.Books.OrderBy(b => b.Title).Skip(1).Take(2), a => a.Id, b => b.AuthorId, (a, b) => new { a.Name, T = b == null ? null : b.Title }));
        yield return new(
            "inner that is joined",
            s => s.Countries.Join(
                s.Books.Join(s.Authors, b => b.AuthorId, a => a.Id, (b, a) => new { b.Title, a.CountryId }),
                c => c.Id,
                x => x.CountryId,
                (c, x) => c.Name + x.Title));
        yield return new("key by subquery", s => s.Authors.Join(s.Books, a => s.Countries.Max(c => c.Id) + a.Id, b => b.Number, (a, b) => a.Name + b.Title));
    }

    private static IEnumerable<SourceCase> TwoLevels()
    {
        yield return new(
            "outer value two levels deeper",
            s => s.Countries.Select(
                c => new { c.Name, L = s.Authors.Where(a => a.CountryId == c.Id).Select(a => a.Books.Count(b => b.Number > c.Id)).ToList() }));
        yield return new(
            "outer value as key two levels deeper",
            s => s.Countries.Select(
                c => new { c.Name, L = s.Authors.OrderBy(a => a.Id).Select(a => s.Books.Count(b => b.AuthorId == c.Id && b.Number >= a.Id)).ToList() }));
        yield return new(
            "lists of lists",
            s => s.Countries.Select(
                c => new
                {
                    c.Name,
                    L = s.Authors.Where(a => a.CountryId == c.Id).Select(
                    a => new { a.Name, B = a.Books.OrderBy(b => b.Title).Select(b => b.Title + c.Name).ToList() }).ToList()
                }));
        yield return new(
            "cut between lookups",
            s => s.Authors.Select(
                a => new
                {
                    a.Id,
                    L = a.Books.OrderBy(b => b.Title).Where(b => b.Author!.Name != "x").Take(2).Select(
                    b => b.Author!.Country!.Name).ToList()
                }).Where(x => x.Id < 3));
        yield return new(
            "distinct between lookups",
            s => s.Authors.Select(
                a => new
                {
                    a.Id,
                    L = a.Books.Select(b => new { b.AuthorId, N = b.Author!.Name }).Distinct().Where(
                    x => s.Countries.Any(c => c.Id == x.AuthorId)).Select(x => x.N).ToList()
                }));
        yield return new(
            "any in any", s => s.Countries.Where(c => s.Authors.Any(a => a.CountryId == c.Id && a.Books.Any(b => b.Number == c.Id + 1))).Select(c => c.Name));
        yield return new("all in any", s => s.Countries.Where(c => s.Authors.Any(a => a.Books.All(b => b.AuthorId == c.Id))).Select(c => c.Name));
        yield return new(
            "join in a subquery",
            s => s.Countries.Select(
                c => new { c.Name, N = s.Authors.Join(s.Books, a => a.Id, b => b.AuthorId, (a, b) => new { a, b }).Count(x => x.a.CountryId == c.Id) }));
        yield return new(
            "first of first",
            s => s.Countries.Select(
                c => s.Authors.Where(a => a.CountryId == c.Id).Select(
                    a => a.Books.OrderBy(b => b.Title).Select(b => b.Title + c.Name).FirstOrDefault()).FirstOrDefault()));
    }
}
