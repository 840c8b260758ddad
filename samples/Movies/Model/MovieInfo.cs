namespace Movies.Model;

/// <summary>What is known of a film; all of it may be missing. Stored as one map attribute of the film's item.</summary>
public sealed class MovieInfo
{
    public List<string> Directors { get; set; } = [];

    public DateTimeOffset? ReleaseDate { get; set; }

    public decimal? Rating { get; set; }

    public List<string> Genres { get; set; } = [];

    public string? Plot { get; set; }

    public int? Rank { get; set; }

    public int? RunningTimeSeconds { get; set; }

    public List<string> Actors { get; set; } = [];
}
