using System.Text.Json;
using System.Text.RegularExpressions;

namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>
///     Random writes of single items, most of which are wrong in several ways: the dialects take the same ones, and say the same of the others, but for what
///     their table says.
/// </summary>
public sealed partial class DialectPropertyTests(TextServer server) : IClassFixture<TextServer>
{
    private const string Envelope = "1 validation error detected: ";

    // By member: what a request may have there; null leaves it out.
    private static readonly (string Member, string?[] Values)[] Members =
    [
        ("TableName", ["\"hash\"", "\"hash\"", "\"hash\"", "\"missing\"", "\"\"", "\"a;\"", null]),
        ("ReturnValues", [null, null, "\"NONE\"", "\"ALL_NEW\"", "\"x\""]),
        ("ReturnConsumedCapacity", [null, null, "\"TOTAL\"", "\"x\""]),
        ("ReturnItemCollectionMetrics", [null, null, "\"x\""]),
        ("ConditionExpression", [null, null, "\"\"", "\"attribute_exists(pk)\"", "\"a = :v\"", "\"#a = :v\"", "\"((a = :v))\""]),
        ("ExpressionAttributeNames", [null, null, "{}", """{"#a":"a"}""", """{"a":"a"}"""]),
        ("ExpressionAttributeValues",
            [
                null,
                null,
                "{}",
                """{":v":{"S":"a"}}""",
                """{":v":{"N":"x"}}""",
                """{":v":{"N":""}}""",
                """{":v":{"SS":["b","a","b"]}}""",
                """{"v":{"S":"a"}}""",
            ]),
        ("Expected", [null, null, null, """{"a":{"Exists":true}}""", """{"a":{"Value":{"BS":["AA==","AA=="]}}}"""]),
        ("ConditionalOperator", [null, null, null, "\"AND\"", "\"x\""]),
    ];

    private static readonly string?[] Keys =
        [
            """{"pk":{"S":"a"}}""",
            """{"pk":{"S":"a"}}""",
            """{"pk":{"S":"a"}}""",
            """{"pk":{"S":""}}""",
            """{"pk":{"N":"1e2147483647"}}""",
            """{"pk":{}}""",
            """{"pk":{"NS":["1","1.0"]}}""",
            null,
        ];

    // What both dialects say in words of their own.
    private static readonly (string Current, string Classic)[] Pairs =
    [
        ("Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]",
            "Value 'x' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"),
        ("Failed to satisfy constraint: Member must satisfy enum value set: [ALL, OR]",
            "Value 'x' at 'conditionalOperator' failed to satisfy constraint: Member must satisfy enum value set: [OR, AND]"),
        ("Value at 'TableName' failed to satisfy constraint: Member must have length greater than or equal to 1",
            "Value '' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 1"),
        ("The parameter cannot be converted to a numeric value: ", "The parameter cannot be converted to a numeric value"),
        (
            "Number overflow. Attempting to store a number with magnitude larger than supported range",
            "Number underflow. Attempting to store a number with magnitude smaller than supported range"),
        (
            "One or more parameter values were invalid: Input collection [\"a\", \"b\", \"b\"] contains duplicates.",
            "One or more parameter values were invalid: Input collection [b, a, b] contains duplicates."),
        ("One or more parameter values were invalid: Input collection [\"AA==\",\"AA==\"]of type BS contains duplicates.",
            "One or more parameter values were invalid: Input collection [AA==, AA==]of type BS contains duplicates."),
        ("One or more parameter values were invalid: Input collection contains duplicates.", "Input collection contains duplicates"),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Dialects_differ_in_words_only(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
        {
            var operation = Choose(random, ["PutItem", "UpdateItem", "DeleteItem"])!;
            var request = CreateRequest(random, operation);

            var (current, classic) = await server.AnswersAsync(operation, request);

            var context =
                $"Seed {seed}, request {i}: {operation} {request}{Environment.NewLine}current: {current.Body}{Environment.NewLine}classic: {classic.Body}";
            current.Status.ShouldBe(classic.Status, context);
            if (current.Status != System.Net.HttpStatusCode.OK)
            {
                IsSame(current.Body, classic.Body).ShouldBeTrue(context);
            }
        }
    }

    private static string CreateRequest(Random random, string operation)
    {
        var members = Members.Append((operation == "PutItem" ? "Item" : "Key", Keys)).Select(member => (member.Item1, Choose(random, member.Item2))).Where(
            static member => member.Item2 is not null);
        return $"{{{string.Join(',', members.Select(static member => $"\"{member.Item1}\":{member.Item2}"))}}}";
    }

    private static string? Choose(Random random, string?[] values) => values[random.Next(values.Length)];

    private static bool IsSame(string currentBody, string classicBody)
    {
        using var current = JsonDocument.Parse(currentBody);
        using var classic = JsonDocument.Parse(classicBody);
        if (current.RootElement.GetProperty("__type").GetString() != classic.RootElement.GetProperty("__type").GetString())
        {
            return false;
        }

        var (left, right) = (MessageOf(current.RootElement), MessageOf(classic.RootElement));
        if (left == right)
        {
            return true;
        }

        return Violations().Match(right) is { Success: true } violations
            ? IsSameViolations(left, right[violations.Length..].Split("; "))
            : left.StartsWith(Envelope, StringComparison.Ordinal) && ToClassic(left[Envelope.Length..]) == Unwrap(right);
    }

    // Each violation is one of the classic ones; some are reported alone.
    private static bool IsSameViolations(string current, string[] classic)
    {
        var reported = current[Violations().Match(current).Length..].Split("; ").Select(ToClassic).ToArray();
        return reported.All(classic.Contains)
            && (reported.Length == classic.Length || (reported.Length == 1 && Pairs.Take(3).Any(pair => pair.Classic == reported[0])));
    }

    private static string ToClassic(string current) => Pairs.FirstOrDefault(pair => pair.Current == current).Classic ?? current;

    private static string Unwrap(string classic)
        => WrappedValue().Match(classic) is { Success: true } wrapped ? wrapped.Groups["error"].Value : MissingExpressions().Replace(classic, string.Empty);

    private static string MessageOf(JsonElement error)
        => (error.TryGetProperty("message", out var text) || error.TryGetProperty("Message", out text) ? text.GetString() : null) ?? string.Empty;

    [GeneratedRegex("^[0-9]+ validation errors? detected: ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Violations();

    [GeneratedRegex(
        "^ExpressionAttributeValues contains invalid value: (?<error>.*) for key :v$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrappedValue();

    [GeneratedRegex(
        ": (UpdateExpression and ConditionExpression are|ConditionExpression is) null$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex MissingExpressions();
}
