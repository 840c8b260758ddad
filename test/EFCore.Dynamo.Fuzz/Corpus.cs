using System.Text.Json.Nodes;

namespace EFCore.Dynamo.Fuzz;

/// <summary>The requests that mutations start from, and the tables that they are about.</summary>
internal static class Corpus
{
    /// <summary>Every table name in the corpus that a request reads or writes; made before each series.</summary>
    public const string TablesFile = "setup.json";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    /// <summary>What makes the tables and the items that the others find.</summary>
    public static IReadOnlyList<CorpusEntry> Setup { get; } = [.. Read(Path.Combine(Folder, TablesFile))];

    public static IReadOnlyList<CorpusEntry> Entries { get; } =
    [
        .. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Where(static path => Path.GetFileName(path) != TablesFile).SelectMany(Read),
    ];

    private static IEnumerable<CorpusEntry> Read(string path)
        => JsonNode.Parse(File.ReadAllText(path))!.AsArray().Select(static node => new CorpusEntry( // a file of the project, checked in
            node!["Service"]?.GetValue<string>() ?? "DynamoDB",
            node["Operation"]!.GetValue<string>(),
            node["Body"]!.ToJsonString()));
}
