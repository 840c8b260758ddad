using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.PartiQl;

/// <summary>
///     Random WHERE clauses over the keys: whatever is planned, and however it is cut into pages, each item that satisfies the clause comes once.
/// </summary>
public sealed class SelectOracleTests
{
    private static readonly string[] Partitions = ["a", "b", "c", "d"];

    private readonly List<Item> _items = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Pages_hold_what_the_condition_selects(int seed)
    {
        var random = new Random(seed);
        await using var client = await CreateAsync(random);
        for (var i = 0; i < 400; i++)
        {
            var where = Condition(random, 3);
            var statement = $"SELECT * FROM ttt WHERE {where}";
            List<Item> expected;
            try
            {
                expected = Select(statement);
            }
            catch (DynamoValidationException)
            {
                await Should.ThrowAsync<DynamoValidationException>(async () => await client.ExecuteStatementAsync(new() { Statement = statement }), statement);
                continue;
            }

            var found = await ReadPagesAsync(client, statement, random);

            found.Count.ShouldBe(found.Distinct().Count(), $"seed {seed}: {statement}");
            found.OrderBy(Key, StringComparer.Ordinal).ShouldBe(expected.OrderBy(Key, StringComparer.Ordinal), $"seed {seed}: {statement}");
        }
    }

    private static string Key(Item item) => $"{item["pk"].GetString()}{item["sk"].GetInt64():D3}";

    private static async Task<List<Item>> ReadPagesAsync(EmbeddedDynamoClient client, string statement, Random random)
    {
        var found = new List<Item>();
        string? token = null;
        do
        {
            var page = await client.ExecuteStatementAsync(new()
            {
                Statement = statement,
                NextToken = token,
                Limit = random.Next(3) == 0 ? null : random.Next(1, 6),
            });
            found.AddRange(page.Items!);
            token = page.NextToken;
        }
        while (token is not null);

        return found;
    }

    /// <summary>Conditions of one type each, so that only a reversed BETWEEN is refused.</summary>
    private static string Condition(Random random, int depth)
        => random.Next(depth > 0 ? 9 : 6) switch
        {
            0 or 1 => $"pk = '{Partition(random)}'",
            2 => $"pk IN ['{Partition(random)}', '{Partition(random)}']",
            3 => $"sk {((string[])["=", "<", "<=", ">", ">=", "<>"])[random.Next(6)]} {random.Next(8)}",
            4 => $"sk BETWEEN {random.Next(8)} AND {random.Next(8)}",
            5 => random.Next(3) switch
            {
                0 => $"n = {random.Next(3)}",
                1 => Existence(random),
                _ => $"sk IN [{random.Next(8)}, {random.Next(8)}, {random.Next(8)}]",
            },
            6 or 7 => $"({Condition(random, depth - 1)} AND {Condition(random, depth - 1)})",
            _ => random.Next(4) == 0 ? $"NOT ({Condition(random, depth - 1)})" : $"({Condition(random, depth - 1)} OR {Condition(random, depth - 1)})",
        };

    /// <summary>Of a key, of an attribute that some items have, of an entry or element that some have, of one that none has.</summary>
    private static string Existence(Random random)
    {
        var function = ((string[])["attribute_exists", "Attribute_Not_Exists", "ATTRIBUTE_EXISTS"])[random.Next(3)];
        var path = ((string[])["sk", "x", "m.y", "l[1]", "absent"])[random.Next(5)];
        return $"{function}({path}){((string[])[string.Empty, " = true", " <> FALSE", " = false"])[random.Next(4)]}";
    }

    private static string Partition(Random random) => Partitions[random.Next(Partitions.Length)];

    private List<Item> Select(string statement)
    {
        var parsed = PartiQlStatement.Parse(statement);
        var translator = new PartiQlTranslator(parsed, null);
        var condition = ConditionExpression.FromSyntax(
            translator.TranslateCondition(((PartiQlNode.Select)parsed.Root).Where!), ExpressionParameter.Statement) // the text has a WHERE
            .Bind(translator.CreatePlaceholders());
        return _items.FindAll(item => condition.Evaluate(item.Span));
    }

    private async Task<EmbeddedDynamoClient> CreateAsync(Random random)
    {
        var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
        await client.CreateTableAsync(new()
        {
            TableName = "ttt",
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new("pk", AttributeType.String), new("sk", AttributeType.Number)],
            KeySchema = [new("pk", KeyType.PartitionKey), new("sk", KeyType.SortKey)],
        });
        foreach (var partition in Partitions)
        {
            for (var sk = 0; sk < 8; sk++)
            {
                var item = CreateItem(random, partition, sk);
                _items.Add(item);
                await client.PutItemAsync(new() { TableName = "ttt", Item = item });
            }
        }

        return client;
    }

    private static Item CreateItem(Random random, string partition, int sk)
    {
        var item = new List<(string, AttributeValue)>
        {
            ("pk", AttributeValue.FromString(partition)),
            ("sk", AttributeValue.FromNumber(sk)),
            ("n", AttributeValue.FromNumber(random.Next(3))),
            ("l", AttributeValue.FromList([.. Enumerable.Repeat(AttributeValue.Null, random.Next(3))])),
            ("m", AttributeValue.FromMap(Item.Create((random.Next(2) == 0 ? "y" : "z", AttributeValue.Null)))),
        };
        if (random.Next(2) == 0)
        {
            item.Add(("x", AttributeValue.Null));
        }

        return Item.Create([.. item]);
    }
}
