using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Protocol.Tests;

/// <summary>Deep and long bodies cost in proportion to their size, whether they are taken or refused.</summary>
public sealed class LinearCostTests
{
    private const int Size = 10_000;

    // Doubling may hit a step of a growing buffer; four times would be the square. What is allocated for any request is in the slack.
    private const long MaxGrowth = 3;
    private const long SlackBytes = 16 * 1024;

    [Theory]
    [InlineData("[", "1", "]")]
    [InlineData("{\"a\":", "1", "}")]
    [InlineData("{\"L\":[", "{\"S\":\"a\"}", "]}")]
    [InlineData("{\"M\":{\"a\":", "{\"S\":\"a\"}", "}}")]
    public void Nesting(string open, string inner, string close)
        => ShouldBeLinear(count => Put(string.Concat(Enumerable.Repeat(open, count)) + inner + string.Concat(Enumerable.Repeat(close, count))));

    [Theory]
    [InlineData("SS")]
    [InlineData("NS")]
    public void Sets(string type) => ShouldBeLinear(count => Put($$"""{"{{type}}":[{{List(count, static i => $"\"{i}\"")}}]}"""));

    [Fact]
    public void Lists() => ShouldBeLinear(static count => Put($$"""{"L":[{{List(count, static i => $"{{\"N\":\"{i}\"}}")}}]}"""));

    [Fact]
    public void Maps() => ShouldBeLinear(static count => Put("{\"M\":{" + List(count, static i => $"\"a{i}\":{{\"N\":\"{i}\"}}") + "}}"));

    [Fact]
    public void Names_of_expressions()
        => ShouldBeLinear(static count => "{\"ExpressionAttributeNames\":{" + List(count, static i => $"\"#a{i}\":\"b{i}\"") + "}}");

    [Fact]
    public void Unknown_members() => ShouldBeLinear(static count => "{" + List(count, static i => $"\"u{i}\":[{i}]") + "}");

    [Fact]
    public void Digits_of_a_number() => ShouldBeLinear(static count => Put($$"""{"N":"{{new string('9', count)}}"}"""));

    private static string Put(string value) => "{\"TableName\":\"t\",\"Item\":{\"a\":" + value + "}}";

    private static string List(int count, Func<int, string> element) => string.Join(',', Enumerable.Range(0, count).Select(element));

    /// <summary>Compares what is allocated: it is the same on every machine, however busy.</summary>
    private static void ShouldBeLinear(Func<int, string> body)
    {
        var (once, twice) = (Wire.Utf8(body(Size)), Wire.Utf8(body(2 * Size)));
        _ = Cost(twice); // buffers that are kept are as large as they will be

        Cost(twice).ShouldBeLessThan((MaxGrowth * Cost(once)) + SlackBytes);

        static long Cost(System.Buffers.ReadOnlySequence<byte> json)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                _ = Wire.ParsePut(json);
            }
            catch (DynamoServiceException)
            {
                // Refused; that must not cost more either.
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
