using System.Text;

namespace EFCore.Dynamo.Fuzz.Mutations;

/// <summary>Makes a part of the body long or deep.</summary>
internal sealed class GrowthMutation : IRequestMutation
{
    private static readonly (string Open, string Close)[] Nests =
    [
        ("[", "]"), ("{\"a\":", "}"), ("{\"L\":[", "]}"), ("{\"M\":{\"a\":", "}}"), ("(", ")"), ("NOT ", ""), ("a.", ""), ("\\\"", ""),
    ];

    public void Apply(FuzzRequest request, Random random)
    {
        request.IsTree = false;
        var body = Encoding.UTF8.GetString(request.Body);
        var start = random.Next(body.Length + 1);
        var end = Math.Min(body.Length, start + random.Next(40));
        var count = 1 << random.Next(1, 13);
        var (open, close) = random.Pick(Nests);
        var grown = random.Next(2) == 0
            ? string.Concat(Enumerable.Repeat(body[start..end], count))
            : string.Concat(Enumerable.Repeat(open, count)) + body[start..end] + string.Concat(Enumerable.Repeat(close, count));
        request.Body = Encoding.UTF8.GetBytes(body[..start] + grown + body[end..]);
    }
}
