namespace EFCore.Dynamo.Tests.Query.Plans;

internal enum Level
{
    None,
    Low = 3,
    High = 200,
}

internal readonly record struct Code(int Number);

internal sealed class Detail
{
    public int Rank { get; set; }

    public string? Remark { get; set; }

    public DateTime? Since { get; set; }
}

/// <summary>An entity with a member of each kind that a condition can name.</summary>
internal sealed class Sample
{
    public string Part { get; set; } = "";

    public int Id { get; set; }

    public string? Group { get; set; }

    public DateTime? KeyTime { get; set; }

    public DateTimeOffset? KeyMoment { get; set; }

    public bool Flag { get; set; }

    public bool? MaybeFlag { get; set; }

    public byte Small { get; set; }

    public short Short { get; set; }

    public int Int { get; set; }

    public int? MaybeInt { get; set; }

    public long Long { get; set; }

    public ulong? MaybeUnsigned { get; set; }

    public double Double { get; set; }

    public double? MaybeDouble { get; set; }

    public decimal Decimal { get; set; }

    public decimal? MaybeDecimal { get; set; }

    public Level Level { get; set; }

    public Level? MaybeLevel { get; set; }

    public Level NamedLevel { get; set; }

    public char Letter { get; set; }

    public Guid Guid { get; set; }

    public Guid? MaybeGuid { get; set; }

    public DateTime Time { get; set; }

    public DateTime? MaybeTime { get; set; }

    public DateTime? Expiry { get; set; }

    public DateTimeOffset Moment { get; set; }

    public DateTimeOffset? MaybeMoment { get; set; }

    public DateOnly Day { get; set; }

    public TimeOnly? MaybeClock { get; set; }

    public TimeSpan Span { get; set; }

    public TimeSpan? MaybeSpan { get; set; }

    public string Text { get; set; } = "";

    public string? MaybeText { get; set; }

    public byte[]? Bytes { get; set; }

    public Code Code { get; set; }

    public Code? MaybeCode { get; set; }

    public DateTime Utc { get; set; }

    public string Lower { get; set; } = "";

    public List<string> Tags { get; set; } = [];

    public List<string>? MaybeTags { get; set; }

    public int[]? Numbers { get; set; }

    public List<DateTime>? Times { get; set; }

    public HashSet<string> Labels { get; set; } = [];

    public HashSet<int>? MaybeSet { get; set; }

    public Dictionary<string, int>? Map { get; set; }

    public Detail Detail { get; set; } = new();
}
