namespace EFCore.Dynamo.Tests.Query.Groups;

public enum Channel
{
    Shop,
    Web,
    Phone,
}

/// <summary>What is grouped: keys of many kinds, most of them optional.</summary>
public sealed class Sale
{
    public required int Store { get; set; }

    public required int Day { get; set; }

    public required int Number { get; set; }

    public string? City { get; set; }

    public Channel Channel { get; set; }

    public Channel? Origin { get; set; }

    public DateTime? At { get; set; }

    public decimal Price { get; set; }

    public decimal? Discount { get; set; }

    public int Pieces { get; set; }

    public int? Rating { get; set; }

    public long Views { get; set; }

    public double Weight { get; set; }

    public Guid? Batch { get; set; }

    public bool? IsGift { get; set; }
}
