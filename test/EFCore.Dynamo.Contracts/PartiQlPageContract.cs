using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>ExecuteStatement of SELECT page by page.</summary>
public abstract class PartiQlPageContract(IDynamoEndpointFactory factory) : PartiQlSelectSuite(factory)
{
    [Theory]
    [InlineData("pk = 'c1'", 5)]
    [InlineData("pk IN ['c1', 'c2']", 10)]
    [InlineData("pk IN ['c1', 'c2'] AND sk IN [1, 3]", 4)]
    [InlineData("sk > 2", 9)]
    [InlineData("pk = 'c1' AND sk = 2", 1)]
    public async Task Pages_join_to_the_whole_result(string where, int count)
    {
        var table = await CreateOrdersAsync();
        for (var limit = 1; limit <= 4; limit++)
        {
            var request = new ExecuteStatementRequest { Statement = $"SELECT * FROM \"{table}\" WHERE {where}", Limit = limit };
            var items = new List<Item>();
            var pages = 0;
            do
            {
                var page = await Client.ExecuteStatementAsync(request);
                page.Items!.Count.ShouldBeLessThanOrEqualTo(limit);
                (page.NextToken is null).ShouldBe(page.LastEvaluatedKey is null);
                items.AddRange(page.Items);
                request = request with { NextToken = page.NextToken };
                pages++;
            }
            while (request.NextToken is not null);

            items.Distinct().Count().ShouldBe(count);
            items.Count.ShouldBe(count);
            pages.ShouldBeGreaterThanOrEqualTo((count + limit - 1) / limit);
        }
    }

    [Fact]
    public async Task Page_ends_at_one_megabyte()
    {
        var table = await CreateTableAsync(AttributeType.Number);
        for (var i = 0; i < 4; i++)
        {
            await PutAsync(table, "pk", "big", "sk", i, "data", new string('x', 390_000));
        }

        var page = await Client.ExecuteStatementAsync(new() { Statement = $"SELECT sk FROM \"{table}\" WHERE pk = 'big'" });

        page.Items!.Count.ShouldBe(3);
        page.LastEvaluatedKey.ShouldBe(Attributes("pk", "big", "sk", 2));
        var rest = await Client.ExecuteStatementAsync(new() { Statement = $"SELECT sk FROM \"{table}\" WHERE pk = 'big'", NextToken = page.NextToken });
        rest.Items.ShouldBe([Attributes("sk", 3)]);
        rest.NextToken.ShouldBeNull();
    }

    [Fact]
    public async Task Token_belongs_to_its_statement_and_parameters()
    {
        var table = await CreateOrdersAsync();
        var request = new ExecuteStatementRequest { Statement = $"SELECT * FROM \"{table}\" WHERE pk = ?", Parameters = [Value("c1")], Limit = 2 };
        var token = (await Client.ExecuteStatementAsync(request)).NextToken;
        token.ShouldNotBeNull();

        await ShouldBeInvalidAsync(
            () => ExecuteAsync(request with { Statement = $"SELECT sk FROM \"{table}\" WHERE pk = ?", NextToken = token }), "NextToken does not match request");
        await ShouldBeInvalidAsync(() => ExecuteAsync(request with { Parameters = [Value("c2")], NextToken = token }), "NextToken does not match request");
        await ShouldBeInvalidAsync(() => ExecuteAsync(request with { NextToken = "!no token!" }), "Invalid NextToken");
        await ShouldBeInvalidAsync(() => ExecuteAsync(request with { NextToken = Convert.ToBase64String(new byte[60]) }), "Invalid NextToken");
        (await Client.ExecuteStatementAsync(request with { NextToken = token, Limit = 1 })).Items.ShouldBe([Order("c1", 3)]);
    }

    [Fact]
    public async Task At_most_fifty_partition_keys_are_read()
    {
        var table = await CreateOrdersAsync();

        (await SelectAllAsync(
            $"SELECT * FROM \"{table}\" WHERE pk IN [{string.Join(", ", Enumerable.Range(0, 50).Select(static i => $"'c{i}'"))}]",
            static pages => pages.ShouldBe([15, 0, 0, 0, 0]))).Count.ShouldBe(15);
        await ShouldBeInvalidAsync(
            () => SelectAsync($"SELECT * FROM \"{table}\" WHERE pk IN [{string.Join(", ", Enumerable.Range(0, 51).Select(static i => $"'c{i}'"))}]"),
            "The IN operator is provided with too many operands; number of operands: 51");
    }

    [Fact]
    public async Task Page_has_the_results_of_ten_listed_values()
    {
        var table = await CreateTableAsync();
        for (var i = 0; i < 24; i += 2)
        {
            await PutAsync(table, "pk", $"k{i}");
        }

        var items = await SelectAllAsync(
            $"SELECT * FROM \"{table}\" WHERE pk IN [{string.Join(", ", Enumerable.Range(0, 24).Select(static i => $"'k{i}'"))}]",
            static pages => pages.ShouldBe([5, 5, 2]));

        items.Select(static item => item["pk"].GetString()).ShouldBe(Enumerable.Range(0, 12).Select(static i => $"k{i * 2}"));
    }
}
