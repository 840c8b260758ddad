using System.Text.Json.Serialization;
using EFCore.Dynamo.Errors;
using Microsoft.EntityFrameworkCore;
using Shop;
using Shop.Endpoints;
using Shop.Import;
using Shop.Model;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContextFactory<ShopContext>(options => options.UseDynamo(builder.Configuration.GetConnectionString("Shop")!));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ShopSeeder>();
builder.Services.AddOpenApi();
builder.Services.AddValidation();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
if (string.IsNullOrEmpty(builder.Configuration["urls"]))
{
    builder.WebHost.UseUrls("http://127.0.0.1:5080");
}

var app = builder.Build();
app.MapOpenApi();
app.UseSwaggerUI(options =>
{
    options.RoutePrefix = "docs";
    options.DocumentTitle = "Shop";
    options.SwaggerEndpoint("/openapi/v1.json", "Shop");
});
app.MapGet("/", () => Results.Redirect("/docs/")).ExcludeFromDescription();
app.MapCustomers();
app.MapOrders();

try
{
    await Startup.SeedAsync(app);
    await app.StartAsync();
}
catch (Exception exception) when (exception is DynamoServiceException or FormatException or IOException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

Startup.PrintAddresses(app);
await app.WaitForShutdownAsync();
return 0;

/// <summary>Named so that tests can host the application.</summary>
public partial class Program;
