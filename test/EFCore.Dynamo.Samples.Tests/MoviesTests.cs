using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Samples.Tests;

/// <summary>The console program as a person runs it: a process, arguments, output.</summary>
public sealed class MoviesTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Import_then_year_find_actor_and_top_answer_from_the_file()
    {
        var file = _directory["films.jsonl"];
        File.WriteAllLines(file,
        [
            """{"year": 2001, "title": "Beta", "info": {"rating": 7.5, "genres": ["Drama"], "actors": ["Ann Lee", "Bo Chen"], "plot": "B."}}""",
            """{"year": 2001, "title": "Alpha", "info": {"rating": 9.1, "genres": ["Drama", "War"], "actors": ["Ann Lee"]}}""",
            """{"year": 1999, "title": "Gamma"}""",
        ]);

        Movies("import", file).ShouldContain("3 movies imported");
        Lines(Movies("year", "2001")).ShouldBe(["Alpha", "Beta", "2 movies"]);
        Lines(Movies("year", "1900")).ShouldBe(["0 movies"]);
        Lines(Movies("actor", "Ann Lee")).ShouldBe(["2001  Alpha", "2001  Beta", "2 movies"]);
        Lines(Movies("top", "Drama", "1")).ShouldBe(["9.1  Alpha (2001)"]);
        Movies("find", "2001", "Beta").ShouldContain("plot: B.");
        Movies("find", "1999", "Gamma").ShouldContain("Gamma (1999)");

        Movies("import", file).ShouldContain("3 movies imported");
        Lines(Movies("year", "2001")).ShouldBe(["Alpha", "Beta", "2 movies"]);
    }

    [Fact]
    public void Mistakes_are_one_sentence_and_an_exit_code()
    {
        var file = _directory["broken.jsonl"];
        File.WriteAllText(file, "{\"year\": 2001, \"title\": \"Alpha\"}\n{\"year\": }\n");

        Run(["import", _directory["missing.jsonl"]]).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(1), run => run.Error.ShouldContain("There is no file"));
        Run(["import", file]).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(1), run => run.Error.ShouldStartWith("Line 2 is not a film"));
        Run(["year", "2001"]).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(1), run => run.Error.ShouldContain("run 'import FILE' first"));
    }

    [SharedDataFact("movies.jsonl")]
    public void The_real_file_answers_as_the_file_itself_does()
    {
        var file = SharedData.Find("movies.jsonl")!;
        var films = File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Movies("import", file).ShouldContain($"{films.Count} movies imported");

        var titles = films.Where(film => film.GetProperty("year").GetInt32() == 2013).Select(Title).Order(StringComparer.Ordinal).ToList();
        Lines(Movies("year", "2013")).ShouldBe([.. titles, $"{titles.Count} movies"]);

        var ofHanks = films.Where(film => Strings(film, "actors").Contains("Tom Hanks")).Select(Title).ToList();
        var actorLines = Lines(Movies("actor", "Tom Hanks"));
        actorLines.SkipLast(1).Select(line => line[6..]).ShouldBe(ofHanks, ignoreOrder: true);
        actorLines[^1].ShouldBe($"{ofHanks.Count} movies");

        var best = films.Where(film => Strings(film, "genres").Contains("Drama") && film.GetProperty("info").TryGetProperty("rating", out _))
            .OrderByDescending(film => film.GetProperty("info").GetProperty("rating").GetDecimal())
            .ThenBy(film => film.GetProperty("year").GetInt32())
            .ThenBy(Title, StringComparer.Ordinal)
            .Take(10)
            .Select(Title);
        Lines(Movies("top", "Drama", "10")).Select(line => line[5..line.LastIndexOf(" (", StringComparison.Ordinal)]).ShouldBe(best);

        foreach (var arguments in new[] { ["year", "2013"], ["actor", "Tom Hanks"], ["top", "Drama", "10"], new[] { "find", "2013", "Rush" } })
        {
            Movies([.. arguments, "--explain"]).ShouldSatisfyAllConditions(
                output => output.ShouldNotContain("Scan"),
                output => Lines(output)[0].ShouldMatch("^(Query|GetItem) movies"));
        }
    }

    private static string Title(JsonElement film) => film.GetProperty("title").GetString()!;

    private static IEnumerable<string> Strings(JsonElement film, string name)
        => film.TryGetProperty("info", out var info) && info.TryGetProperty(name, out var values)
            ? values.EnumerateArray().Select(value => value.GetString()!)
            : [];

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string Movies(params string[] arguments)
    {
        var run = Run(arguments);
        run.ExitCode.ShouldBe(0, run.Error);
        return run.Output;
    }

    private (int ExitCode, string Output, string Error) Run(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "movies.dll"));
        foreach (var argument in arguments.Concat(["--data", _directory["data"]]))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
