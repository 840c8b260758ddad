using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Shop.Model;

namespace Shop.Endpoints;

internal static class CustomerEndpoints
{
    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/customers").WithTags("Customers");
        group.MapGet("/", ListAsync).WithSummary("The customers of a country, most orders first (index by-country).");
        group.MapGet("/{id}", GetAsync).WithSummary("One customer (GetItem).");
        group.MapGet("/{id}/orders", ListOrdersAsync).WithSummary("The orders of a customer, newest first, a page at a time (Query).");
        group.MapGet("/{id}/orders/count", CountOrdersAsync).WithSummary("How many orders a customer has (Query with Select=COUNT).");
        group.MapPost("/{id}/orders", PlaceOrderAsync).WithSummary("Place an order and count it on the profile, in one transaction.");
    }

    private static async Task<List<Customer>> ListAsync(
        ShopContext shop, [Required] string country, [Range(1, 100)] int count = 10, CancellationToken cancellationToken = default)
        => await shop.Customers.AsNoTracking()
            .Where(c => c.Country == country)
            .OrderByDescending(c => c.OrderCount)
            .Take(count)
            .ToListAsync(cancellationToken);

    private static async Task<Results<Ok<Customer>, NotFound>> GetAsync(ShopContext shop, string id, CancellationToken cancellationToken)
        => await shop.Customers.FindAsync([id], cancellationToken) is { } customer ? TypedResults.Ok(customer) : TypedResults.NotFound();

    private static Task<Results<Ok<OrderPage>, BadRequest<string>>> ListOrdersAsync(
        ShopContext shop,
        string id,
        DateTime? from,
        DateTime? to,
        string? continuation,
        [Range(1, 100)] int pageSize = 20,
        CancellationToken cancellationToken = default)
    {
        var first = from ?? DateTime.MinValue;
        var last = to ?? DateTime.MaxValue;
        var orders = shop.Orders.AsNoTracking()
            .Where(o => o.CustomerId == id && o.PlacedAt >= first && o.PlacedAt <= last)
            .OrderByDescending(o => o.PlacedAt);
        return OrderPage.ReadAsync(orders, pageSize, continuation, cancellationToken);
    }

    private static async Task<int> CountOrdersAsync(ShopContext shop, string id, CancellationToken cancellationToken)
        => await shop.Orders.CountAsync(o => o.CustomerId == id, cancellationToken);

    private static async Task<Results<Created<Order>, Conflict<string>>> PlaceOrderAsync(
        ShopContext shop, TimeProvider time, string id, NewOrder body, CancellationToken cancellationToken)
    {
        var customer = await shop.Customers.FindAsync([id], cancellationToken);
        if (customer is null)
        {
            customer = new Customer { Id = id, Country = body.Country };
            shop.Add(customer);
        }

        customer.OrderCount++;
        var order = new Order
        {
            CustomerId = id,
            Number = body.Number,
            Kind = Order.KindOf(body.Number),
            Status = OrderStatus.Placed,
            PlacedAt = time.GetUtcNow().UtcDateTime,
            Country = body.Country,
            Quantity = body.Quantity,
            UnitPrice = body.UnitPrice,
        };
        shop.Add(order);

        try
        {
            await shop.SaveChangesAsync(cancellationToken);
            return TypedResults.Created($"/orders/{order.Number}", order);
        }
        catch (DbUpdateException)
        {
            return TypedResults.Conflict("Somebody else placed an order for this customer at the same time; try again.");
        }
    }
}
