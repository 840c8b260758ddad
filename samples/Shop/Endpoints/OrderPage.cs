using Shop.Model;

namespace Shop.Endpoints;

/// <summary>One page of orders; <paramref name="Continuation" /> asks for the next one and is null on the last.</summary>
public sealed record OrderPage(IReadOnlyList<Order> Orders, string? Continuation);
