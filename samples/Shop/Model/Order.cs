namespace Shop.Model;

/// <summary>An invoice, credit note or adjustment, kept with its customer in the order of time.</summary>
/// <remarks>An invoice number alone is no key: some stand twice in the books, a minute apart.</remarks>
public sealed class Order
{
    public required string CustomerId { get; set; }

    public required DateTime PlacedAt { get; set; }

    public required string Number { get; set; }

    public OrderKind Kind { get; set; }

    public OrderStatus Status { get; set; }

    public required string Country { get; set; }

    public int Quantity { get; set; }

    public decimal UnitPrice { get; set; }

    public static OrderKind KindOf(string number)
        => number[0] switch { 'C' => OrderKind.CreditNote, 'A' => OrderKind.Adjustment, _ => OrderKind.Invoice };
}
