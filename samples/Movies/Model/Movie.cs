namespace Movies.Model;

/// <summary>A film, found by year and title.</summary>
public sealed class Movie
{
    public required int Year { get; set; }

    public required string Title { get; set; }

    public required MovieInfo Info { get; set; }
}
