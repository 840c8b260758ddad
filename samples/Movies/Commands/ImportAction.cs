using Movies.Import;
using Spectre.Console;

namespace Movies.Commands;

internal static class ImportAction
{
    public static async Task<int> RunAsync(FileInfo file, string dataDirectory, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no file '{file.FullName}'.");
            return 1;
        }

        var lines = new List<MovieLine>();
        var lineNumber = 0;
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancellationToken))
        {
            lineNumber++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(MovieLine.Parse(line, lineNumber));
            }
        }

        var count = 0;
        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask("Importing films", maxValue: Math.Max(1, lines.Count));
            count = await new MovieImporter(dataDirectory).ImportAsync(lines, done => task.Increment(done), cancellationToken);
            task.Value = task.MaxValue;
        });

        Console.WriteLine($"{count} movies imported into {Path.GetFullPath(dataDirectory)}");
        return 0;
    }
}
