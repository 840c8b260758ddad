using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Shop.Model;

namespace Shop.Endpoints;

internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/orders").WithTags("Orders");
        group.MapGet("/", ListByStatusAsync).WithSummary("The orders with a status, newest first (index by-status).");
        group.MapGet("/{number}", ListByNumberAsync).WithSummary("The orders with a number; a few numbers stand twice (index by-number).");
        group.MapPut("/{number}/status", SetStatusAsync).WithSummary("Change the status of an order (UpdateItem).");
    }

    private static Task<Results<Ok<OrderPage>, BadRequest<string>>> ListByStatusAsync(
        ShopContext shop, OrderStatus status, string? continuation, [Range(1, 100)] int pageSize = 20, CancellationToken cancellationToken = default)
        => OrderPage.ReadAsync(
            shop.Orders.AsNoTracking().Where(o => o.Status == status).OrderByDescending(o => o.PlacedAt), pageSize, continuation, cancellationToken);

    private static async Task<Results<Ok<List<Order>>, NotFound>> ListByNumberAsync(ShopContext shop, string number, CancellationToken cancellationToken)
        => await shop.Orders.AsNoTracking().Where(o => o.Number == number).ToListAsync(cancellationToken) is { Count: > 0 } orders
            ? TypedResults.Ok(orders)
            : TypedResults.NotFound();

    private static async Task<Results<Ok<Order>, NotFound, Conflict<string>>> SetStatusAsync(
        ShopContext shop, string number, OrderStatus status, CancellationToken cancellationToken)
    {
        var orders = await shop.Orders.Where(o => o.Number == number).ToListAsync(cancellationToken);
        switch (orders.Count)
        {
            case 0:
                return TypedResults.NotFound();
            case > 1:
                return TypedResults.Conflict($"{orders.Count} orders have the number {number}.");
        }

        orders[0].Status = status;
        await shop.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(orders[0]);
    }
}
