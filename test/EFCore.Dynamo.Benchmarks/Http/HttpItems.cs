using System.Globalization;
using System.Text;

namespace EFCore.Dynamo.Benchmarks.Http;

/// <summary>The items of the http measures, 1 KB each and 20 in a partition, and the requests about them as bytes.</summary>
internal static class HttpItems
{
    public const int ItemsPerPartition = 20;
    public const int ItemCount = 10_000;

    // Few enough for the loader to stay in the processor's cache, many enough to read all over the table.
    private const int RequestCount = 2_000;
    private const int ItemsPerBatch = 25;
    private const int PayloadChars = 940;

    public static byte[][] Gets(Uri endpoint)
        => Requests(endpoint, "GetItem", static i => $$$"""{"TableName":"bench","Key":{{{Key((int)(i * 7919L % ItemCount))}}}}""");

    /// <summary>Twice as many puts as items that they are about: each changes what the one before wrote.</summary>
    public static byte[][] Puts(Uri endpoint)
        => Requests(
            endpoint,
            "PutItem",
            static i => $$$"""{"TableName":"bench","Item":{{{Item((int)(i % (RequestCount / 2) * 7919L % ItemCount), i < RequestCount / 2 ? 1 : 2)}}}}""");

    public static byte[][] Queries(Uri endpoint)
        => Requests(
            endpoint,
            "Query",
            static i => $$$"""{"TableName":"bench","KeyConditionExpression":"PK = :pk","ExpressionAttributeValues":{":pk":{"S":"{{{Partition(i * 37)}}}"} } }""");

    /// <summary>A new table with all items.</summary>
    public static async Task FillAsync(Uri endpoint)
    {
        using var client = new HttpClient { BaseAddress = endpoint };
        await SendAsync(
            client,
            "CreateTable",
            """{"TableName":"bench","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"PK","AttributeType":"S"},{"AttributeName":"SK","AttributeType":"N"}],"KeySchema":[{"AttributeName":"PK","KeyType":"HASH"},{"AttributeName":"SK","KeyType":"RANGE"}]}""");
        while (!(await SendAsync(client, "DescribeTable", """{"TableName":"bench"}""")).Contains("\"ACTIVE\"", StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }

        foreach (var batch in Enumerable.Range(0, ItemCount).Chunk(ItemsPerBatch))
        {
            var puts = string.Join(',', batch.Select(static number => $$$"""{"PutRequest":{"Item":{{{Item(number, 0)}}}}}"""));
            _ = await SendAsync(client, "BatchWriteItem", $$$"""{"RequestItems":{"bench":[{{{puts}}}]}}""");
        }
    }

    /// <summary>The body of the answer to the first of the requests.</summary>
    public static async Task<byte[]> AnswerAsync(byte[][] requests, Uri endpoint)
    {
        var request = Encoding.UTF8.GetString(requests[0]);
        using var client = new HttpClient { BaseAddress = endpoint };
        var operation = request.Split("X-Amz-Target: DynamoDB_20120810.")[1].Split('\r')[0];
        return Encoding.UTF8.GetBytes(await SendAsync(client, operation, request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));
    }

    private static async Task<string> SendAsync(HttpClient client, string operation, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(json, Encoding.UTF8, "application/x-amz-json-1.0") };
        foreach (var (name, value) in Headers(operation))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? body : throw new InvalidOperationException($"{operation} on {client.BaseAddress} answered {body}");
    }

    private static byte[][] Requests(Uri endpoint, string operation, Func<int, string> body)
        => [.. Enumerable.Range(0, RequestCount).Select(body).Select(json => Render(endpoint, operation, json))];

    // The headers that an AWS SDK sends, with a signature of its length.
    private static byte[] Render(Uri endpoint, string operation, string json)
        => Encoding.UTF8.GetBytes($"POST / HTTP/1.1\r\nHost: {endpoint.Authority}\r\nContent-Type: application/x-amz-json-1.0\r\n"
            + string.Concat(Headers(operation).Select(static header => $"{header.Name}: {header.Value}\r\n"))
            + $"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    private static (string Name, string Value)[] Headers(string operation)
    => [
        ("X-Amz-Target", "DynamoDB_20120810." + operation),
        ("X-Amz-Date", "20260101T000000Z"),
        (
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=bench/20260101/local/dynamodb/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature="
                + new string('0', 64)),
    ];

    private static string Key(int number)
        => string.Create(
            CultureInfo.InvariantCulture, $$$"""{"PK":{"S":"{{{Partition(number / ItemsPerPartition)}}}"},"SK":{"N":"{{{number % ItemsPerPartition}}}"}}""");

    private static string Item(int number, int generation)
        => string.Create(CultureInfo.InvariantCulture, $$$"""
            {"PK":{"S":"{{{Partition(number / ItemsPerPartition)}}}"},"SK":{"N":"{{{number % ItemsPerPartition}}}"},"Name":{"S":"item {{{number}}}"},"Count":{"N":"{{{number * 7L}}}"},"Payload":{"S":"{{{new string(
                (char)('a' + (number + generation) % 26), PayloadChars)}}}"}}
            """);

    private static string Partition(int number)
        => "partition-" + (number % (ItemCount / ItemsPerPartition)).ToString("D6", CultureInfo.InvariantCulture);
}
