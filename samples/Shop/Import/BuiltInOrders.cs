using Shop.Model;

namespace Shop.Import;

/// <summary>A handful of orders for a first look without a file.</summary>
internal static class BuiltInOrders
{
    public static List<Order> Create()
        => [
            Order("17850", "United Kingdom", "536365", "2010-12-01T08:26", 40, 3.91m),
            Order("17850", "United Kingdom", "536366", "2010-12-01T08:28", 12, 1.85m),
            Order("17850", "United Kingdom", "C536379", "2010-12-01T09:41", -1, 27.50m, OrderStatus.Credited),
            Order("13047", "United Kingdom", "536367", "2010-12-01T08:34", 83, 4.8533m),
            Order("12583", "France", "536370", "2010-12-01T08:45", 449, 2.7645m, OrderStatus.Placed),
            Order("12431", "Australia", "536389", "2010-12-01T10:03", 107, 5.2786m, OrderStatus.Placed),
            Order(Customer.WalkIn, "United Kingdom", "536414", "2010-12-01T11:52", 56, 0m),
        ];

    private static Order Order(
        string customerId, string country, string number, string placedAt, int quantity, decimal unitPrice, OrderStatus status = OrderStatus.Shipped)
        => new()
        {
            CustomerId = customerId,
            Country = country,
            Number = number,
            Kind = Model.Order.KindOf(number),
            PlacedAt = DateTime.Parse(placedAt, System.Globalization.CultureInfo.InvariantCulture),
            Quantity = quantity,
            UnitPrice = unitPrice,
            Status = status,
        };
}
