using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>Each query runs on the engine and, with LINQ to Objects, on the same data; the results must be equal.</summary>
public abstract class OperatorTests(ShopFixture fixture)
{
    public static TheoryData<string> Names
        => [.. OperatorCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Query_gives_what_LINQ_to_Objects_gives(string name)
    {
        var query = OperatorCases.All.Single(c => c.Name == name);
        using var context = fixture.CreateContext();
        var expected = ResultText.Describe(() => query.Run(ShopData.CreateOrders().AsQueryable()), query.IsOrdered);
        ResultText.Describe(() => query.Run(context.Orders), query.IsOrdered).ShouldBe(expected);
        ResultText.Describe(() => query.Run(context.Orders.AsNoTracking()), query.IsOrdered).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rows_are_the_same_asynchronously(string name)
    {
        var query = OperatorCases.All.Single(c => c.Name == name);
        using var context = fixture.CreateContext();
        var expected = ResultText.Describe(() => query.Run(ShopData.CreateOrders().AsQueryable()), query.IsOrdered);
        object? result = null;
        var description = ResultText.Describe(() => result = query.Run(context.Orders.AsNoTrackingWithIdentityResolution()), query.IsOrdered);
        if (result is IQueryable<object> rows)
        {
            var actual = await rows.ToListAsync();
            description = ResultText.Describe(() => actual, query.IsOrdered);
        }

        description.ShouldBe(expected);
    }
}
