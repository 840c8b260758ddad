using Movies.Model;

namespace Movies.Import;

/// <summary>Replaces what the data directory holds by the films of a file.</summary>
internal sealed class MovieImporter(string dataDirectory)
{
    // One SaveChanges is one TransactWriteItems, and a transaction holds at most 100 items.
    private const int MaxItemsPerSave = 100;

    /// <returns>How many films were imported.</returns>
    public async Task<int> ImportAsync(IReadOnlyList<MovieLine> lines, Action<int> onProgress, CancellationToken cancellationToken)
    {
        await using (var database = MoviesContext.Open(dataDirectory))
        {
            await database.Database.EnsureDeletedAsync(cancellationToken);
            await database.Database.EnsureCreatedAsync(cancellationToken);
        }

        var done = 0;
        foreach (var batch in Batches(lines))
        {
            await using var context = MoviesContext.Open(dataDirectory);
            foreach (var (movie, collections) in batch)
            {
                context.Add(movie);
                context.AddRange(collections);
            }

            await context.SaveChangesAsync(cancellationToken);
            done += batch.Count;
            onProgress(batch.Count);
        }

        return done;
    }

    private static IEnumerable<List<(Movie Movie, List<object> Collections)>> Batches(IReadOnlyList<MovieLine> lines)
    {
        var batch = new List<(Movie, List<object>)>();
        var items = 0;
        foreach (var movie in lines.Select(line => line.ToMovie()))
        {
            var collections = Collections(movie).ToList();
            if (items + 1 + collections.Count > MaxItemsPerSave)
            {
                yield return batch;
                batch = [];
                items = 0;
            }

            batch.Add((movie, collections));
            items += 1 + collections.Count;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static IEnumerable<object> Collections(Movie movie)
    {
        foreach (var actor in movie.Info.Actors.Distinct(StringComparer.Ordinal))
        {
            yield return new Credit { Actor = actor, Year = movie.Year, Title = movie.Title };
        }

        if (movie.Info.Rating is not { } rating)
        {
            yield break;
        }

        foreach (var genre in movie.Info.Genres.Distinct(StringComparer.Ordinal))
        {
            yield return new GenreRating
            {
                Genre = genre,
                PointsMissed = GenreRating.ToPointsMissed(rating),
                Title = movie.Title,
                Year = movie.Year,
                Rating = rating,
            };
        }
    }
}
