using System.Text.Json;
using System.Text.Json.Serialization;
using Movies.Model;

namespace Movies.Import;

/// <summary>One line of the JSON Lines file.</summary>
internal sealed record MovieLine(
    [property: JsonRequired] int Year,
    [property: JsonRequired] string Title,
    MovieLineInfo? Info)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
    };

    /// <exception cref="FormatException">The line is not a film; the text names the line.</exception>
    public static MovieLine Parse(string line, int lineNumber)
    {
        try
        {
            var movie = JsonSerializer.Deserialize<MovieLine>(line, Options) ?? throw new FormatException($"Line {lineNumber} is 'null', not a film.");
            return movie.Title.Length > 0 ? movie : throw new FormatException($"Line {lineNumber} has an empty title.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"Line {lineNumber} is not a film: {exception.Message}", exception);
        }
    }

    public Movie ToMovie()
        => new()
        {
            Year = Year,
            Title = Title,
            Info = new MovieInfo
            {
                Directors = Info?.Directors ?? [],
                ReleaseDate = Info?.ReleaseDate,
                Rating = Info?.Rating,
                Genres = Info?.Genres ?? [],
                Plot = Info?.Plot,
                Rank = Info?.Rank,
                RunningTimeSeconds = Info?.RunningTimeSecs,
                Actors = Info?.Actors ?? [],
            },
        };
}
