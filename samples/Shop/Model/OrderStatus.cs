namespace Shop.Model;

/// <summary>Where an order is; the partition key of the index <c>by-status</c>.</summary>
public enum OrderStatus
{
    Placed,
    Shipped,
    Cancelled,
    Credited,
    Adjusted,
}
