namespace EFCore.Dynamo.Benchmarks.Entity;

/// <summary>The entity of the measures of groups: about 200 bytes, sorted by day in its store.</summary>
internal sealed class Sale
{
    public string Store { get; set; } = "";

    public int Day { get; set; }

    public int Number { get; set; }

    public int Pieces { get; set; }

    public double Price { get; set; }

    public string Note { get; set; } = "";

    public static Sale Create(string store, int day, int number)
        => new()
        {
            Store = store,
            Day = day,
            Number = number,
            Pieces = number % 5,
            Price = number * 0.5,
            Note = new string((char)('a' + number % 26), 120),
        };
}
