namespace Movies.Model;

/// <summary>One rated film in one genre; the item collection of a genre lists its films, best first.</summary>
public sealed class GenreRating
{
    public required string Genre { get; set; }

    /// <summary>Tenths of a point below 10.0, so that ascending key order is best first and, among equals, oldest first.</summary>
    public required int PointsMissed { get; set; }

    public required string Title { get; set; }

    public required int Year { get; set; }

    public required decimal Rating { get; set; }

    public static int ToPointsMissed(decimal rating) => (int)((10m - rating) * 10m);
}
