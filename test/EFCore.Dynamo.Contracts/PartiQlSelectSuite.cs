using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Contracts;

/// <summary>Base of the suites about SELECT: tables to select from.</summary>
public abstract class PartiQlSelectSuite(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    protected static string Quote(string name) => $"\"{name}\"";

    protected static Item Order(string pk, int sk)
        => Attributes("pk", pk, "sk", sk, "total", sk * 10, "info", Attributes("city", "Bern"), "tags", new object[] { "t", "u" }, "pad", new string('p', 540));

    protected static string Keys(IReadOnlyList<Item>? items)
        => string.Join(' ', items!.Select(static item => $"{item["pk"].GetString()}/{item["sk"].GetInt64()}"));

    /// <summary>Three partitions of five items of about 600 bytes: 9 KB in all.</summary>
    protected async Task<string> CreateOrdersAsync()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        foreach (var pk in (string[])["c1", "c2", "c3"])
        {
            for (var sk = 1; sk <= 5; sk++)
            {
                await Client.PutItemAsync(new() { TableName = table, Item = Order(pk, sk) });
            }
        }

        return table;
    }

    protected async Task<List<Item>> SelectAllAsync(string statement, Action<List<int>> checkPages)
    {
        var items = new List<Item>();
        var pages = new List<int>();
        string? token = null;
        do
        {
            var page = await Client.ExecuteStatementAsync(new() { Statement = statement, NextToken = token });
            items.AddRange(page.Items!);
            pages.Add(page.Items!.Count);
            token = page.NextToken;
        }
        while (token is not null);

        checkPages(pages);
        return items;
    }

    protected async Task ExecuteAsync(ExecuteStatementRequest request) => await Client.ExecuteStatementAsync(request);

    protected async Task<IReadOnlyList<Item>> SelectAsync(string statement, params object[] parameters)
        => (await Client.ExecuteStatementAsync(new()
        {
            Statement = statement,
            Parameters = parameters.Length == 0 ? null : Array.ConvertAll(parameters, Value),
        })).Items!;
}
