using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>Each query runs on the engine and, with LINQ to Objects, on the same data; the results must be equal.</summary>
public sealed class OperatorTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    private static readonly JsonSerializerOptions s_options = new() { Converters = { new DecimalConverter() } };

    public static TheoryData<string> Names
        => [.. OperatorCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Query_gives_what_LINQ_to_Objects_gives(string name)
    {
        var query = OperatorCases.All.Single(c => c.Name == name);
        using var context = fixture.CreateContext();
        var expected = Describe(() => query.Run(ShopData.CreateOrders().AsQueryable()), query.IsOrdered);
        Describe(() => query.Run(context.Orders), query.IsOrdered).ShouldBe(expected);
        Describe(() => query.Run(context.Orders.AsNoTracking()), query.IsOrdered).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rows_are_the_same_asynchronously(string name)
    {
        var query = OperatorCases.All.Single(c => c.Name == name);
        using var context = fixture.CreateContext();
        var expected = Describe(() => query.Run(ShopData.CreateOrders().AsQueryable()), query.IsOrdered);
        object? result = null;
        var description = Describe(() => result = query.Run(context.Orders.AsNoTrackingWithIdentityResolution()), query.IsOrdered);
        if (result is IQueryable<object> rows)
        {
            var actual = await rows.ToListAsync();
            description = Describe(() => actual, query.IsOrdered);
        }

        description.ShouldBe(expected);
    }

    private static string Describe(Func<object?> run, bool isOrdered)
    {
        object? result;
        try
        {
            result = run();
            result = result is IEnumerable rows and not string ? rows.Cast<object?>().ToList() : result;
        }
        catch (InvalidOperationException exception) when (exception.Message.StartsWith("Sequence", StringComparison.Ordinal))
        {
            return exception.GetType().Name;
        }

        return result is List<object?> list
            ? string.Join('\n', isOrdered ? list.Select(Print) : list.Select(Print).Order(StringComparer.Ordinal))
            : Print(result);
    }

    private static string Print(object? value)
        => value is null ? "null" : JsonSerializer.Serialize(value, value.GetType(), s_options);

    /// <summary>DynamoDB keeps a number's value, not the zeros that it was written with.</summary>
    private sealed class DecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / 1.000000000000000000000000000m);
    }
}
