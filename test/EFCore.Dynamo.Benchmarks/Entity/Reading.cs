namespace EFCore.Dynamo.Benchmarks.Entity;

/// <summary>The entity of all ef-measures: about 1 KB, found by device and sequence number.</summary>
internal sealed class Reading
{
    public string Device { get; set; } = "";

    public int Sequence { get; set; }

    public DateTime TakenAt { get; set; }

    public double Temperature { get; set; }

    public decimal Price { get; set; }

    public bool IsValid { get; set; }

    public string Site { get; set; } = "";

    public string Operator { get; set; } = "";

    public long Counter { get; set; }

    public string Payload { get; set; } = "";

    public static Reading Create(string device, int sequence)
        => new()
        {
            Device = device,
            Sequence = sequence,
            TakenAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(sequence),
            Temperature = sequence * 0.25,
            Price = sequence + 0.99m,
            IsValid = sequence % 2 == 0,
            Site = "site-" + sequence % 10,
            Operator = "operator-" + sequence % 7,
            Counter = sequence * 1_000_003L,
            Payload = new string((char)('a' + sequence % 26), 800),
        };
}
