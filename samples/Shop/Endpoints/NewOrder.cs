using System.ComponentModel.DataAnnotations;

namespace Shop.Endpoints;

/// <summary>What a caller sends to place an order.</summary>
public sealed record NewOrder(
    [property: Required, StringLength(20, MinimumLength = 1)] string Number,
    [property: Required, StringLength(60, MinimumLength = 1)] string Country,
    [property: Range(1, 1_000_000)] int Quantity,
    [property: Range(0, 1_000_000)] decimal UnitPrice);
