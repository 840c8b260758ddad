namespace Movies.Import;

/// <summary>The <c>info</c> object of a line; any of it may be missing.</summary>
internal sealed record MovieLineInfo(
    List<string>? Directors,
    DateTimeOffset? ReleaseDate,
    decimal? Rating,
    List<string>? Genres,
    string? Plot,
    int? Rank,
    int? RunningTimeSecs,
    List<string>? Actors);
