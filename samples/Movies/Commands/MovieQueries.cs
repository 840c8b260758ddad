using Microsoft.EntityFrameworkCore;
using Movies.Model;

namespace Movies.Commands;

/// <summary>The four questions, each one keyed read.</summary>
internal static class MovieQueries
{
    public static IQueryable<Movie> OfYear(MoviesContext context, int year)
        => context.Movies.AsNoTracking().Where(m => m.Year == year).OrderBy(m => m.Title);

    public static IQueryable<Movie> ByYearAndTitle(MoviesContext context, int year, string title)
        => context.Movies.AsNoTracking().Where(m => m.Year == year && m.Title == title);

    public static IQueryable<Credit> OfActor(MoviesContext context, string actor)
        => context.Credits.AsNoTracking().Where(c => c.Actor == actor).OrderBy(c => c.Year).ThenBy(c => c.Title);

    public static IQueryable<GenreRating> TopOfGenre(MoviesContext context, string genre, int count)
        => context.GenreRatings.AsNoTracking().Where(r => r.Genre == genre).OrderBy(r => r.PointsMissed).ThenBy(r => r.Year).ThenBy(r => r.Title).Take(count);
}
