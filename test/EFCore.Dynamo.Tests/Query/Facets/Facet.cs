namespace EFCore.Dynamo.Tests.Query.Facets;

/// <summary>A value of each shape that a property can have, most of which may be null.</summary>
internal class Facet
{
    public string? S { get; set; }

    public string? T { get; set; }

    public int? N { get; set; }

    public int? M { get; set; }

    public int Count { get; set; }

    public double X { get; set; }

    public bool? Flag { get; set; }

    public char Grade { get; set; }

    public DateTime? At { get; set; }

    public Wrapped? W { get; set; }

    public string? Folded { get; set; }

    public int[]? Ints { get; set; }

    public List<int> List { get; set; } = [];

    public List<Wrapped> Ws { get; set; } = [];

    public byte[]? Data { get; set; }

    public HashSet<string> Labels { get; set; } = [];

    public Dims? C { get; set; }

    public Dims D { get; set; } = new();

    public Spot? P { get; set; }

    public List<Dims> L { get; set; } = [];
}

/// <summary>An entity with the values, with a copy of them in a map, and with another in a list of maps.</summary>
internal sealed class Probe : Facet
{
    public long Id { get; set; }

    public Facet? Inner { get; set; }

    public List<Facet> Items { get; set; } = [];
}

/// <summary>A number in a class of its own, which has no equality and no order: only its converter knows what it is.</summary>
internal sealed class Wrapped(int value)
{
    public int Value { get; } = value;
}

internal sealed class Dims
{
    public int A { get; set; }

    public string? B { get; set; }

    public byte[]? Mark { get; set; }
}

internal struct Spot
{
    public int Left { get; set; }

    public int Top { get; set; }
}
