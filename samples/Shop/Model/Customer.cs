namespace Shop.Model;

/// <summary>A customer's profile: the first kind of item in the customer's item collection.</summary>
public sealed class Customer
{
    /// <summary>Sales without a customer number belong to this one, so that none is lost.</summary>
    public const string WalkIn = "walk-in";

    public required string Id { get; set; }

    /// <summary>The country of the first order; orders may go to others.</summary>
    public required string Country { get; set; }

    /// <summary>How many orders, credit notes and adjustments the customer has. Two writers that place orders at once are told apart by it.</summary>
    public int OrderCount { get; set; }
}
