using System.CommandLine;

namespace Movies.Commands;

/// <summary>The command line: what a person types, and which action answers.</summary>
internal static class CommandLine
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The data directory; it is created by 'import'.",
        DefaultValueFactory = _ => "movies.dynamo",
        Recursive = true,
    };

    private static readonly Option<bool> Explain = new("--explain") { Description = "Print the access plan before the answer.", Recursive = true };

    public static RootCommand Create()
    {
        var root = new RootCommand("Films by year, title, actor and genre, on an embedded DynamoDB.") { Data, Explain };
        root.Subcommands.Add(CreateImport());
        root.Subcommands.Add(CreateYear());
        root.Subcommands.Add(CreateFind());
        root.Subcommands.Add(CreateActor());
        root.Subcommands.Add(CreateTop());
        return root;
    }

    private static Command CreateImport()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "JSON Lines: one film a line." };
        var command = new Command("import", "Replace the stored films by those of FILE.") { file };
        command.SetAction((result, token) => ImportAction.RunAsync(result.GetValue(file)!, result.GetValue(Data)!, token));
        return command;
    }

    private static Command CreateYear()
    {
        var year = new Argument<int>("Y") { Description = "The year, such as 2013." };
        var command = new Command("year", "Print the titles of a year in order.") { year };
        command.SetAction((result, token) => QueryActions.YearAsync(Options(result), result.GetValue(year), token));
        return command;
    }

    private static Command CreateFind()
    {
        var year = new Argument<int>("Y") { Description = "The year, such as 2013." };
        var title = new Argument<string>("TITLE") { Description = "The exact title." };
        var command = new Command("find", "Print one film.") { year, title };
        command.SetAction((result, token) => QueryActions.FindAsync(Options(result), result.GetValue(year), result.GetValue(title)!, token));
        return command;
    }

    private static Command CreateActor()
    {
        var name = new Argument<string>("NAME") { Description = "The actor's name as in the credits." };
        var command = new Command("actor", "Print every film of an actor, oldest first.") { name };
        command.SetAction((result, token) => QueryActions.ActorAsync(Options(result), result.GetValue(name)!, token));
        return command;
    }

    private static Command CreateTop()
    {
        var genre = new Argument<string>("GENRE") { Description = "A genre, such as Drama." };
        var count = new Argument<int>("N") { Description = "How many films." };
        count.Validators.Add(result =>
        {
            if (int.TryParse(result.Tokens.SingleOrDefault()?.Value, out var value) && value < 1)
            {
                result.AddError("N must be at least 1.");
            }
        });
        var command = new Command("top", "Print the best rated films of a genre.") { genre, count };
        command.SetAction((result, token) => QueryActions.TopAsync(Options(result), result.GetValue(genre)!, result.GetValue(count), token));
        return command;
    }

    private static QueryOptions Options(ParseResult result) => new(result.GetValue(Data)!, result.GetValue(Explain));
}
