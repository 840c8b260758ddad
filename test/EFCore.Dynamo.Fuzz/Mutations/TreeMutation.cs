using System.Text;
using System.Text.Json.Nodes;

namespace EFCore.Dynamo.Fuzz.Mutations;

/// <summary>Removes, renames, repeats and replaces parts of the JSON, and puts pieces of their language into expressions and statements.</summary>
internal sealed class TreeMutation : IRequestMutation
{
    public void Apply(FuzzRequest request, Random random)
    {
        if (!request.IsTree)
        {
            return;
        }

        var root = JsonNode.Parse(request.Body)!; // an object of the corpus
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            switch (Descend(root, random))
            {
                case JsonObject { Count: > 0 } map:
                    Mutate(map, random);
                    break;
                case JsonArray { Count: > 0 } list:
                    Mutate(list, random);
                    break;
            }
        }

        var json = root.ToJsonString();
        request.IsTree = !json.Contains(Fragments.LoneSurrogate, StringComparison.Ordinal);
        request.Body = Encoding.UTF8.GetBytes(json.Replace(Fragments.LoneSurrogate, "\\ud800", StringComparison.Ordinal));
    }

    /// <summary>A random object or array below the root, the root included.</summary>
    private static JsonNode Descend(JsonNode node, Random random)
    {
        while (random.Next(3) > 0)
        {
            var children = node switch
            {
                JsonObject map => map.Select(static pair => pair.Value),
                JsonArray list => list,
                _ => [],
            };
            var containers = children.OfType<JsonNode>().Where(static child => child is JsonObject or JsonArray).ToList();
            if (containers.Count == 0)
            {
                break;
            }

            node = containers[random.Next(containers.Count)];
        }

        return node;
    }

    private static void Mutate(JsonObject map, Random random)
    {
        var (name, value) = map.ElementAt(random.Next(map.Count));
        switch (random.Next(6))
        {
            case 0:
                map.Remove(name);
                break;
            case 1:
                map.Remove(name);
                map[random.Pick(Fragments.Names)] = value;
                break;
            case 2 or 3 when value is JsonValue text && text.TryGetValue<string>(out var expression):
                map[name] = Mutate(expression, name == "Statement" ? Fragments.PartiQl : Fragments.Expressions, random);
                break;
            case 4:
                map[random.Pick(Fragments.Names)] = ParseValue(random);
                break;
            default:
                map[name] = ParseValue(random);
                break;
        }
    }

    private static void Mutate(JsonArray list, Random random)
    {
        var index = random.Next(list.Count);
        switch (random.Next(3))
        {
            case 0:
                list.RemoveAt(index);
                break;
            case 1:
                list.Add(list[index]?.DeepClone());
                break;
            default:
                list[index] = ParseValue(random);
                break;
        }
    }

    private static string Mutate(string expression, string[] fragments, Random random)
    {
        var start = random.Next(expression.Length + 1);
        var end = random.Next(4) == 0 ? random.Next(start, expression.Length + 1) : start;
        return expression[..start] + random.Pick(fragments) + expression[end..];
    }

    private static JsonNode? ParseValue(Random random) => JsonNode.Parse(random.Pick(Fragments.Values));
}
