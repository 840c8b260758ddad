namespace EFCore.Dynamo.Tests.Query.Facets;

/// <summary>Items with all values, with none, with defaults, and with such that are equal or nearly so.</summary>
internal static class FacetData
{
    public static List<Probe> CreateProbes()
        => [.. Enumerable.Range(1, 6).Select(id =>
        {
            var probe = new Probe { Id = id, Inner = new Facet(), Items = [new Facet()] };
            Fill(probe, id);
            Fill(probe.Inner, id);
            Fill(probe.Items[0], id);
            return probe;
        })];

    private static void Fill(Facet facet, int id)
    {
        switch (id)
        {
            case 1:
                Set(facet, "a", "a", 5, 5, 10, [10, 20]);
                facet.C = new Dims { A = 1, B = "b", Mark = [1, 2] };
                facet.P = new Spot { Left = 1, Top = 2 };
                facet.L = [new Dims { A = 1, B = "b" }, new Dims { A = 2 }];
                facet.Flag = true;
                break;
            case 2:
                Set(facet, "a", "b", 7, 5, 0, [10]);
                facet.C = new Dims { A = 1, B = "c" };
                facet.P = new Spot { Left = 1 };
                facet.L = [new Dims { A = 2 }];
                facet.Flag = false;
                break;
            case 3:
                Set(facet, "b", null, 0, null, 5, []);
                facet.C = new Dims();
                facet.P = default(Spot);
                break;
            case 4:
                Set(facet, "", "", 1, 1, 1, [1, 1, 3]);
                facet.C = new Dims { A = 1, B = "b", Mark = [1, 2] };
                facet.D = new Dims { A = 1, B = "b", Mark = [1, 2] };
                facet.L = [new Dims { A = 1, B = "b" }];
                break;
            case 5:
                Set(facet, "c", "C", -1, 1, -3, [20, 10]);
                break;
        }
    }

    private static void Set(Facet facet, string? s, string? t, int? n, int? m, int count, int[] ints)
    {
        facet.S = s;
        facet.T = t;
        facet.N = n;
        facet.M = m;
        facet.Count = count;
        facet.X = count / 4.0;
        facet.Grade = (char)('A' + Math.Abs(count % 3));
        facet.At = n is null ? null : new DateTime(2026, 1, 1, 10 + n.Value, 0, 0, DateTimeKind.Utc);
        facet.W = n is null ? null : new Wrapped(n.Value);
        facet.Folded = s?.ToLowerInvariant();
        facet.Ints = ints;
        facet.List = [.. ints];
        facet.Ws = [.. ints.Select(i => new Wrapped(i))];
        facet.Data = [.. ints.Select(i => (byte)i)];
        facet.Labels = [.. ints.Select(i => $"l{i}")];
    }
}
