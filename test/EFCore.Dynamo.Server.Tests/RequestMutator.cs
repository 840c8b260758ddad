using System.Text;
using System.Text.Json.Nodes;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>Changes a request a little: its tree, its expressions, its bytes. One seed, one series.</summary>
internal sealed class RequestMutator(int seed)
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "99999999999999999999", "\"\"", "\"x\"", "\"1\"", "{}", "[]", "[null]", "{\"S\":\"a\"}", "{\"N\":\"1e125\"}", "{\"N\":\"NaN\"}", "{\"S\":null}",
        "{\"NULL\":true}", "{\"M\":{\"\":{\"S\":\"\"}}}", "{\"SS\":[\"a\",\"a\"]}", "{\"L\":[{\"L\":[{\"L\":[]}]}]}", "{\"B\":\"****\"}", "\"ALL_NEW\"", "\"fuzz\"", "\"by-local\"", "\"COUNT\"",
    ];

    private static readonly string[] Fragments =
    [
        " ", "(", ")", "AND ", "OR", "NOT ", "SET ", "REMOVE a", ",", "=", "<>", ":v", "#a", "a.b", "[0]", "[99999999999]", "size(", "contains(a, :v)", "attribute_exists(pk)", "BETWEEN", "IN (:v)", "\u0000", "é", "😀",
        "((((((((((", "if_not_exists(a, :v)", "+ :v", "- :v", "list_append(a, a)", "pk", "sk",
    ];

    private readonly Random _random = new(seed);

    public int Next(int maximum) => _random.Next(maximum);

    public byte[] Mutate(string json)
    {
        if (_random.Next(5) == 0)
            return MutateBytes(Encoding.UTF8.GetBytes(json));

        var root = JsonNode.Parse(json).ShouldNotBeNull();
        for (var count = _random.Next(4); count > 0; count--)
            MutateTree(root);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private byte[] MutateBytes(byte[] body)
    {
        var position = _random.Next(body.Length);
        var removed = Math.Min(_random.Next(5), body.Length - position);
        var inserted = new byte[_random.Next(4)];
        _random.NextBytes(inserted);
        return [.. body[..position], .. inserted, .. body[(position + removed)..]];
    }

    private void MutateTree(JsonNode root)
    {
        var node = Descend(root);
        switch (node)
        {
            case JsonObject map when map.Count > 0:
                MutateObject(map);
                break;
            case JsonArray list when list.Count > 0:
                MutateArray(list);
                break;
        }
    }

    /// <summary>A random object or array below the root, the root included.</summary>
    private JsonNode Descend(JsonNode node)
    {
        while (_random.Next(3) > 0)
        {
            var children = node switch
            {
                JsonObject map => map.Select(static pair => pair.Value),
                JsonArray list => list,
                _ => [],
            };
            var containers = children.Where(static child => child is JsonObject or JsonArray).ToList();
            if (containers.Count == 0)
                break;
            node = containers[_random.Next(containers.Count)]!; // filtered above
        }

        return node;
    }

    private void MutateObject(JsonObject map)
    {
        var (name, value) = map.ElementAt(_random.Next(map.Count));
        switch (_random.Next(5))
        {
            case 0:
                map.Remove(name);
                break;
            case 1:
                map.Remove(name);
                map[Pick(["x", "", "pk", ":v", "#a", "S", "N", "L", "fuzz"])] = value;
                break;
            case 2 when value is JsonValue text && text.TryGetValue<string>(out var expression):
                var position = _random.Next(expression.Length + 1);
                map[name] = expression[..position] + Pick(Fragments) + expression[position..];
                break;
            case 3:
                map[Pick(["Limit", "Segment", "Select", "IndexName", "ExpressionAttributeValues", "Key", "N", "SS"])] = JsonNode.Parse(Pick(Values));
                break;
            default:
                map[name] = JsonNode.Parse(Pick(Values));
                break;
        }
    }

    private void MutateArray(JsonArray list)
    {
        var index = _random.Next(list.Count);
        switch (_random.Next(3))
        {
            case 0:
                list.RemoveAt(index);
                break;
            case 1:
                list.Add(list[index]?.DeepClone());
                break;
            default:
                list[index] = JsonNode.Parse(Pick(Values));
                break;
        }
    }

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
