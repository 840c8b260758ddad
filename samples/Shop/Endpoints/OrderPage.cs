using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Shop.Model;

namespace Shop.Endpoints;

/// <summary>One page of orders; <paramref name="Continuation" /> asks for the next one and is null on the last.</summary>
public sealed record OrderPage(IReadOnlyList<Order> Orders, string? Continuation)
{
    /// <summary>Reads a page; a continuation that a caller made up is the caller's mistake.</summary>
    public static async Task<Results<Ok<OrderPage>, BadRequest<string>>> ReadAsync(
        IQueryable<Order> query, int pageSize, string? continuation, CancellationToken cancellationToken)
    {
        try
        {
            var page = await query.ToPageAsync(pageSize, continuation, cancellationToken);
            return TypedResults.Ok(new OrderPage(page.Items, page.Continuation));
        }
        catch (ArgumentException exception) when (exception.ParamName == nameof(continuation))
        {
            return TypedResults.BadRequest(exception.Message);
        }
    }
}
