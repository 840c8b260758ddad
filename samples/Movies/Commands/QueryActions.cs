using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Movies.Model;

namespace Movies.Commands;

internal static class QueryActions
{
    public static Task<int> YearAsync(QueryOptions options, int year, CancellationToken cancellationToken)
        => RunAsync(options, async context =>
        {
            var query = MovieQueries.OfYear(context, year);
            Explain(options, query);
            var movies = await query.ToListAsync(cancellationToken);
            foreach (var movie in movies)
            {
                Console.WriteLine(movie.Title);
            }

            Console.WriteLine($"{movies.Count} movies");
            return 0;
        });

    public static Task<int> FindAsync(QueryOptions options, int year, string title, CancellationToken cancellationToken)
        => RunAsync(options, async context =>
        {
            var query = MovieQueries.ByYearAndTitle(context, year, title);
            Explain(options, query);
            if (await query.SingleOrDefaultAsync(cancellationToken) is not { } movie)
            {
                await Console.Error.WriteLineAsync($"There is no film '{title}' of {year}.");
                return 1;
            }

            Print(movie);
            return 0;
        });

    public static Task<int> ActorAsync(QueryOptions options, string name, CancellationToken cancellationToken)
        => RunAsync(options, async context =>
        {
            var query = MovieQueries.OfActor(context, name);
            Explain(options, query);
            var credits = await query.ToListAsync(cancellationToken);
            foreach (var credit in credits)
            {
                Console.WriteLine($"{credit.Year}  {credit.Title}");
            }

            Console.WriteLine($"{credits.Count} movies");
            return 0;
        });

    public static Task<int> TopAsync(QueryOptions options, string genre, int count, CancellationToken cancellationToken)
        => RunAsync(options, async context =>
        {
            var query = MovieQueries.TopOfGenre(context, genre, count);
            Explain(options, query);
            foreach (var rating in await query.ToListAsync(cancellationToken))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rating.Rating:0.0}  {rating.Title} ({rating.Year})"));
            }

            return 0;
        });

    private static async Task<int> RunAsync(QueryOptions options, Func<MoviesContext, Task<int>> action)
    {
        if (!Directory.Exists(options.DataDirectory))
        {
            await Console.Error.WriteLineAsync($"There is no data in '{options.DataDirectory}'; run 'import FILE' first, or name the directory with --data.");
            return 1;
        }

        await using var context = MoviesContext.Open(options.DataDirectory);
        return await action(context);
    }

    private static void Explain<T>(QueryOptions options, IQueryable<T> query)
    {
        if (options.Explain)
        {
            Console.WriteLine(query.ToQueryString());
        }
    }

    private static void Print(Movie movie)
    {
        var info = movie.Info;
        Console.WriteLine($"{movie.Title} ({movie.Year})");
        Write("rating", info.Rating?.ToString("0.0", CultureInfo.InvariantCulture));
        Write("rank", info.Rank?.ToString(CultureInfo.InvariantCulture));
        Write("released", info.ReleaseDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Write("running time", info.RunningTimeSeconds is { } seconds ? $"{seconds / 60} min" : null);
        Write("genres", string.Join(", ", info.Genres));
        Write("directors", string.Join(", ", info.Directors));
        Write("actors", string.Join(", ", info.Actors));
        Write("plot", info.Plot);
    }

    private static void Write(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Console.WriteLine($"  {name}: {value}");
        }
    }
}
