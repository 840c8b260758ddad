namespace EFCore.Dynamo.Tests.Query.BulkWrites;

public enum Grade
{
    Low,
    High,
}

public readonly record struct CrateId(int Value);

/// <summary>In a table of its own, with an attribute of most kinds.</summary>
public sealed class Product
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public int Stock { get; set; }

    public int Reserved { get; set; }

    public uint Limit { get; set; }

    public short Shelf { get; set; }

    public decimal Price { get; set; }

    public double Weight { get; set; }

    public int? Rating { get; set; }

    public string? Note { get; set; }

    public Grade Grade { get; set; }

    public Guid Token { get; set; }

    public DateTime? SoldAt { get; set; }

    public List<string> Tags { get; set; } = [];

    public HashSet<string> Labels { get; set; } = [];

    public HashSet<int> Bins { get; set; } = [];

    public Size Size { get; set; } = new();

    public Origin? Origin { get; set; }

    public Detail? Detail { get; set; }

    public int MakerId { get; set; }

    public Maker? Maker { get; set; }
}

public sealed class Maker
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>A complex value, with one in it.</summary>
public sealed class Size
{
    public int Width { get; set; }

    public int Height { get; set; }

    public Unit Unit { get; set; } = new();
}

public sealed class Unit
{
    public string Code { get; set; } = "";
}

/// <summary>A complex value that may be null.</summary>
public sealed class Origin
{
    public string Country { get; set; } = "";

    public string? Town { get; set; }
}

/// <summary>An owned value, with one in it.</summary>
public sealed class Detail
{
    public string Text { get; set; } = "";

    public int Pages { get; set; }

    public Proof? Proof { get; set; }
}

public sealed class Proof
{
    public string Reader { get; set; } = "";
}

/// <summary>In a table shared with <see cref="Crew" />, all keys made of templates.</summary>
public sealed class Job
{
    public string Tenant { get; set; } = "";

    public int Number { get; set; }

    public string Title { get; set; } = "";

    public string State { get; set; } = "";

    public string? Owner { get; set; }

    public int Effort { get; set; }

    public int Version { get; set; }
}

public sealed class Crew
{
    public string Tenant { get; set; } = "";

    public string Name { get; set; } = "";

    public int Members { get; set; }
}

/// <summary>A hierarchy in one table; a derived type has an index of its own.</summary>
public class Vehicle
{
    public string Fleet { get; set; } = "";

    public int Number { get; set; }

    public string Depot { get; set; } = "";

    public int Distance { get; set; }
}

public class Truck : Vehicle
{
    public int Load { get; set; }
}

public sealed class Bus : Vehicle
{
    public int Seats { get; set; }

    public string? Line { get; set; }
}

/// <summary>With a key and a name that are converted.</summary>
public sealed class Crate
{
    public CrateId Id { get; set; }

    public string Content { get; set; } = "";

    public bool IsSealed { get; set; }

    public CrateId? Parent { get; set; }
}
