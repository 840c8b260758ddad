using System.Text;

namespace EFCore.Dynamo.Fuzz;

/// <summary>Requests that are deep or long, each kind at doubled sizes: an answer that takes more than its size's share shows at the largest.</summary>
internal static class Extremes
{
    private const int SmallestSize = 1_250;
    private const int LargestSize = 80_000;

    /// <summary>Where a body would pass 16 MB, its kind ends.</summary>
    private const int MaxBodyBytes = 16_000_000;

    private static readonly (string Name, string Operation, Func<int, string> Body)[] Kinds =
    [
        ("json-arrays", "GetItem", static n => Nest("[", "", "]", n)),
        ("json-objects", "GetItem", static n => Nest("{\"a\":", "1", "}", n)),
        ("unknown-member", "GetItem", static n => $$"""{"TableName":"fuzz","Unknown":{{Nest("[", "", "]", n)}}}"""),
        ("lists-in-item", "PutItem", static n => Put(Nest("{\"L\":[", "{\"S\":\"a\"}", "]}", n))),
        ("maps-in-item", "PutItem", static n => Put(Nest("{\"M\":{\"a\":", "{\"S\":\"a\"}", "}}", n))),
        ("long-string", "PutItem", static n => Put($$"""{"S":"{{new string('a', n * 100)}}"}""")),
        ("escapes", "PutItem", static n => Put($$"""{"S":"{{Repeat("\\u00e9", n)}}"}""")),
        ("long-number", "PutItem", static n => Put($$"""{"N":"{{new string('9', n)}}"}""")),
        ("zeros", "PutItem", static n => Put($$"""{"N":"0.{{new string('0', n)}}1"}""")),
        ("string-set", "PutItem", static n => Put($$"""{"SS":[{{List(n, static i => $"\"{i}\"")}}]}""")),
        ("number-set", "PutItem", static n => Put($$"""{"NS":[{{List(n, static i => $"\"{i}\"")}}]}""")),
        ("binary-set", "PutItem", static n => Put($$"""{"BS":[{{List(n, static i => $"\"{Convert.ToBase64String(BitConverter.GetBytes(i))}\"")}}]}""")),
        (
            "attributes",
            "PutItem",
            static n => $$$"""{"TableName":"fuzz","Item":{"pk":{"S":"a"},"sk":{"N":"1"},{{{List(n, static i => $"\"a{i}\":{{\"N\":\"{i}\"}}")}}}}}"""),
        (
            "repeated-attribute",
            "PutItem",
            static n => $$$"""{"TableName":"fuzz","Item":{"pk":{"S":"a"},"sk":{"N":"1"},{{{List(n, static _ => "\"a\":{\"N\":\"1\"}")}}}}}"""),
        ("parentheses", "Scan", static n => Filter(Nest("(", "pk = :v", ")", n))),
        ("open-parentheses", "Scan", static n => Filter(Repeat("(", n))),
        ("nots", "Scan", static n => Filter(Repeat("NOT ", n) + "pk = :v")),
        ("ands", "Scan", static n => Filter(Repeat("pk = :v AND ", n) + "pk = :v")),
        ("ors", "Scan", static n => Filter(Repeat("pk = :v OR ", n) + "pk = :v")),
        ("long-path", "Scan", static n => Filter(Repeat("a.", n) + "a = :v")),
        ("long-index", "Scan", static n => Filter("a" + Repeat("[0]", n) + " = :v")),
        ("in", "Scan", static n => Filter($"pk IN ({Repeat(":v, ", n)}:v)")),
        ("functions", "Scan", static n => Filter(Nest("size(", "a", ")", n) + " > :v")),
        (
            "names",
            "Scan",
            static n => "{\"TableName\":\"fuzz\",\"FilterExpression\":\"#a0 = :v0\",\"ExpressionAttributeNames\":{"
                + List(n, static i => $"\"#a{i}\":\"a{i}\"") + "},\"ExpressionAttributeValues\":{" + List(n, static i => $"\":v{i}\":{{\"N\":\"1\"}}") + "}}"),
        ("set-clauses", "UpdateItem", static n => Update("SET " + List(n, static i => $"a{i} = :v"))),
        ("sums", "UpdateItem", static n => Update("SET a = " + Repeat(":v + ", n) + ":v")),
        ("nested-functions", "UpdateItem", static n => Update("SET a = " + Repeat("if_not_exists(b, ", n) + ":v" + Repeat(")", n))),
        ("overlapping-paths", "UpdateItem", static n => Update("REMOVE " + List(n, static i => $"a{i % 7}.b{i}"))),
        (
            "projection",
            "GetItem",
            static n => $$$"""{"TableName":"fuzz","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ProjectionExpression":"{{{List(n, static i => $"a{i}")}}}"}"""),
        (
            "batch-keys",
            "BatchGetItem",
            static n => "{\"RequestItems\":{\"fuzz\":{\"Keys\":[" + List(n, static i => $"{{\"pk\":{{\"S\":\"a\"}},\"sk\":{{\"N\":\"{i}\"}}}}") + "]}}}"),
        (
            "batch-tables",
            "BatchGetItem",
            static n => "{\"RequestItems\":{" + List(n, static i => $"\"table{i}\":{{\"Keys\":[{{\"pk\":{{\"S\":\"a\"}}}}]}}") + "}}"),
        (
            "transaction",
            "TransactWriteItems",
            static n => $$"""{"TransactItems":[{{List(
                n, static i => $"{{\"Delete\":{{\"TableName\":\"fuzz\",\"Key\":{{\"pk\":{{\"S\":\"a\"}},\"sk\":{{\"N\":\"{i}\"}}}}}}}}")}}]}"""),
        (
            "indexes",
            "CreateTable",
            static n => $$"""{"TableName":"many","AttributeDefinitions":[{{List(
                n,
                static i => $"{{\"AttributeName\":\"a{i}\",\"AttributeType\":\"S\"}}")}}],"KeySchema":[{"AttributeName":"a0","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST"}"""),
        ("statement", "ExecuteStatement", static n => $$"""{"Statement":"SELECT * FROM \"fuzz\" WHERE {{Nest("(", "pk = 'a'", ")", n)}}"}"""),
        ("statement-list", "ExecuteStatement", static n => $$"""{"Statement":"SELECT * FROM \"fuzz\" WHERE pk IN [{{List(n, static i => $"'{i}'")}}]"}"""),
        ("statement-literal", "ExecuteStatement", static n => $$"""{"Statement":"INSERT INTO \"fuzz\" VALUE {{Nest("{'a': ", "1", "}", n)}}"}"""),
    ];

    /// <summary>What the server may compute for one of them.</summary>
    private static readonly TimeSpan MaxProcessorTime = TimeSpan.FromSeconds(1);

    /// <returns>What to print.</returns>
    public static async Task<string> RunAsync(ServerUnderTest server, Referee referee, Findings findings)
    {
        using var client = new RawClient(server.Endpoint);
        var count = 0;
        var (costliest, costliestName) = (TimeSpan.Zero, string.Empty);
        foreach (var (name, operation, body) in Kinds)
        {
            for (var size = SmallestSize; size <= LargestSize; size *= 2)
            {
                var json = Encoding.UTF8.GetBytes(body(size));
                if (json.Length > MaxBodyBytes)
                {
                    break;
                }

                var request = new FuzzRequest("DynamoDB", operation, json).ToBytes();
                var before = server.ProcessorTime;
                var answer = await referee.CallAsync(client, $"extreme-{name}-{size}", request);
                var cost = server.ProcessorTime - before;
                if (cost > MaxProcessorTime)
                {
                    findings.Add($"extreme-{name}-{size}", $"{cost.TotalMilliseconds:0} ms of processor for one request", request, answer.Body);
                }

                if (cost > costliest)
                {
                    (costliest, costliestName) = (cost, $"{name} of {size}");
                }

                count++;
            }
        }

        return $"extremes: {count} requests, the costliest {costliest.TotalMilliseconds:0} ms of processor ({costliestName})";
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Nest(string open, string inner, string close, int count) => Repeat(open, count) + inner + Repeat(close, count);

    private static string List(int count, Func<int, string> element) => string.Join(',', Enumerable.Range(0, count).Select(element));

    private static string Put(string value) => $$$"""{"TableName":"fuzz","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"a":{{{value}}} } }""";

    private static string Filter(string expression)
        => $$$"""{"TableName":"fuzz","FilterExpression":"{{{expression}}}","ExpressionAttributeValues":{":v":{"S":"a"} } }""";

    private static string Update(string expression)
        => $$$"""{"TableName":"fuzz","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"UpdateExpression":"{{{expression}}}","ExpressionAttributeValues":{":v":{"N":"1"} } }""";
}
