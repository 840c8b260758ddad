using System.Text.Json.Nodes;

namespace EFCore.Dynamo.Server.Tests.ApiModel;

/// <summary>The service's API models in brief: by target prefix and operation, the shape of the input.</summary>
/// <remarks>
///     A structure is an object of members, a list an array of its element, a map an object with the member <c>*</c>, a scalar its type's name.
///     <see cref="Source" /> says where it is from.
/// </remarks>
internal static class ApiOperations
{
    /// <summary>The file names of the service's own models, from which <c>operations.json</c> was made.</summary>
    public static readonly string[] Source = ["service-2.json", "streams-service-2.json"];

    private static readonly Dictionary<string, string> Scalars = new(StringComparer.Ordinal)
    {
        ["String"] = "string",
        ["LongObject"] = "long",
        ["Integer"] = "integer",
        ["BooleanObject"] = "boolean",
        ["Date"] = "timestamp",
    };

    /// <summary>What the first of them lacks: operations, shapes, and members of shapes that it has.</summary>
    public const string Additions = "service-2-additions.json";

    /// <summary>By the prefix of <c>X-Amz-Target</c>, by operation, the input.</summary>
    public static JsonObject Read()
    {
        using var stream = typeof(ApiOperations).Assembly.GetManifestResourceStream("operations.json")!; // embedded by the project file
        return JsonNode.Parse(stream)!.AsObject();
    }

    /// <summary>The same from the service's own models.</summary>
    public static JsonObject ReadFromModels(string directory)
    {
        var all = new JsonObject();
        foreach (var file in Source)
        {
            var model = JsonNode.Parse(File.ReadAllBytes(Path.Combine(directory, file)))!;
            if (file == Source[0])
            {
                Add(model, JsonNode.Parse(File.ReadAllBytes(Path.Combine(directory, Additions)))!);
            }

            var operations = new JsonObject();
            foreach (var (name, operation) in model["operations"]!.AsObject().OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            {
                operations[name] = Shorten(model["shapes"]!, operation!["input"]!["shape"]!.GetValue<string>());
            }

            all[model["metadata"]!["targetPrefix"]!.GetValue<string>()] = operations;
        }

        return all;
    }

    /// <summary>Every member of an input, however deep, as the way to it.</summary>
    public static IEnumerable<IReadOnlyList<string>> GetMemberPaths(JsonNode shape)
    {
        foreach (var (step, inner) in GetSteps(shape))
        {
            if (step is not ("[]" or "*"))
            {
                yield return [step];
            }

            foreach (var path in GetMemberPaths(inner))
            {
                yield return [step, .. path];
            }
        }
    }

    /// <summary>The shape at the end of a way.</summary>
    public static JsonNode Follow(JsonNode shape, IEnumerable<string> path)
        => path.Aggregate(shape, static (at, step) => GetSteps(at).Single(pair => pair.Step == step).Inner);

    private static IEnumerable<(string Step, JsonNode Inner)> GetSteps(JsonNode shape) => shape switch
    {
        JsonArray list => [("[]", list[0]!)],
        JsonObject structure => structure.Select(static member => (member.Key, member.Value!)),
        _ => [],
    };

    private static void Add(JsonNode model, JsonNode additions)
    {
        foreach (var (name, operation) in additions["operations"]!.AsObject())
        {
            model["operations"]![name] = operation!.DeepClone();
        }

        foreach (var (name, shape) in additions["shapes"]!.AsObject())
        {
            if (shape!["x-additionsOnly"] is null)
            {
                model["shapes"]![name] = shape.DeepClone();
                continue;
            }

            foreach (var (member, definition) in shape["members"]!.AsObject())
            {
                model["shapes"]![name]!["members"]![member] = definition!.DeepClone();
            }
        }
    }

    private static JsonNode Shorten(JsonNode shapes, string name)
    {
        // The additions call scalars by names of their own.
        if (shapes[name] is not { } shape)
        {
            return Scalars[name];
        }

        var type = shape["type"]!.GetValue<string>();
        if (name == "AttributeValue")
        {
            return name; // refers to itself; its members have tests of their own
        }

        return type switch
        {
            "structure"
                => new JsonObject(shape["members"]!.AsObject().Select(
                    member => KeyValuePair.Create(member.Key, (JsonNode?)Shorten(shapes, member.Value!["shape"]!.GetValue<string>())))),
            "list" => new JsonArray(Shorten(shapes, shape["member"]!["shape"]!.GetValue<string>())),
            "map" => new JsonObject { ["*"] = Shorten(shapes, shape["value"]!["shape"]!.GetValue<string>()) },
            _ => type,
        };
    }
}
