using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EFCore.Dynamo.Server.Tests.Tool;
using Microsoft.AspNetCore.Mvc.Testing;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Samples.Tests;

/// <summary>The shop over HTTP, hosted in the test's process.</summary>
public sealed class ShopTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public Task Built_in_orders_are_there_from_the_start_and_survive_a_restart() => ShouldServeAndRestartAsync(() => Host());

    [Fact]
    public async Task The_same_shop_runs_on_dynamo_serve_by_configuration_alone()
    {
        using var dynamo = DynamoProcess.Start(_directory["."], "serve", "--port", "0", "--in-memory");
        var endpoint = await dynamo.WaitUntilReadyAsync();

        await ShouldServeAndRestartAsync(() => Host(connectionString: $"Service Url={endpoint};Region=local"));

        Directory.Exists(_directory["shop"]).ShouldBeFalse();
    }

    [Fact]
    public async Task The_API_page_and_its_document_are_served()
    {
        await using var factory = Host();
        using var client = factory.CreateClient();

        (await client.GetStringAsync("/docs/index.html")).ShouldContain("swagger-ui");
        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ShouldContain("/customers/{id}/orders");
    }

    [SharedDataFact("retail-invoices.csv")]
    public async Task The_real_invoices_are_all_imported_and_counted_by_customer()
    {
        var file = SharedData.Find("retail-invoices.csv")!;
        await using var factory = Host(file);
        using var client = factory.CreateClient();

        var counts = File.ReadLines(file).Skip(1).Select(line => line.Split(',')[2])
            .GroupBy(customer => customer == "(blank)" ? "walk-in" : customer, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        counts.Values.Sum().ShouldBe(25_943);

        var stored = 0;
        foreach (var (customer, count) in counts)
        {
            var storedCount = await client.GetFromJsonAsync<int>($"/customers/{customer}/orders/count");
            storedCount.ShouldBe(count, customer);
            stored += storedCount;
        }

        stored.ShouldBe(25_943);
        (await client.GetFromJsonAsync<JsonElement>("/orders/536591")).GetArrayLength().ShouldBe(2);
        var profile = await client.GetFromJsonAsync<JsonElement>("/customers/14911");
        profile.GetProperty("orderCount").GetInt32().ShouldBe(counts["14911"]);
    }

    private static async Task ShouldServeAndRestartAsync(Func<WebApplicationFactory<Shop.Endpoints.NewOrder>> host)
    {
        await using (var factory = host())
        {
            using var client = factory.CreateClient();
            var customer = await client.GetFromJsonAsync<JsonElement>("/customers/17850");
            customer.GetProperty("orderCount").GetInt32().ShouldBe(3);

            var page = await client.GetFromJsonAsync<JsonElement>("/customers/17850/orders?pageSize=2");
            page.GetProperty("orders").EnumerateArray().Select(Number).ShouldBe(["C536379", "536366"]);
            var next = Uri.EscapeDataString(page.GetProperty("continuation").GetString()!);
            var last = await client.GetFromJsonAsync<JsonElement>($"/customers/17850/orders?pageSize=2&continuation={next}");
            last.GetProperty("orders").EnumerateArray().Select(Number).ShouldBe(["536365"]);

            var placed = await client.GetFromJsonAsync<JsonElement>("/orders?status=Placed");
            placed.GetProperty("orders").EnumerateArray().Select(Number).ShouldBe(["536389", "536370"]);

            (await client.GetAsync("/customers/nobody")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await client.GetAsync("/orders?status=Nonsense")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await client.GetAsync("/customers/17850/orders?continuation=forged")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

            var order = new { number = "900001", country = "France", quantity = 2, unitPrice = 9.99m };
            (await client.PostAsJsonAsync("/customers/12583/orders", order)).StatusCode.ShouldBe(HttpStatusCode.Created);
            (await client.PutAsync("/orders/900001/status?status=Shipped", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await using (var factory = host())
        {
            using var client = factory.CreateClient();
            (await client.GetFromJsonAsync<int>("/customers/12583/orders/count")).ShouldBe(2);
            var orders = await client.GetFromJsonAsync<JsonElement>("/orders/900001");
            orders[0].GetProperty("status").GetString().ShouldBe("Shipped");
        }
    }

    private static string Number(JsonElement order) => order.GetProperty("number").GetString()!;

    private WebApplicationFactory<Shop.Endpoints.NewOrder> Host(string? import = null, string? connectionString = null)
        => new WebApplicationFactory<Shop.Endpoints.NewOrder>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("ConnectionStrings:Shop", connectionString ?? string.Create(CultureInfo.InvariantCulture, $"Data Source={_directory["shop"]}"));
            if (import is not null)
            {
                builder.UseSetting("import", import);
            }
        });
}
