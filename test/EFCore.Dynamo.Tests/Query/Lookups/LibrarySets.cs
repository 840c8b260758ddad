using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Lookups;

/// <summary>What queries over several sources are written over: the sets of a context, or lists with the same data.</summary>
internal sealed record LibrarySets(IQueryable<Author> Authors, IQueryable<Book> Books, IQueryable<Country> Countries)
{
    public static LibrarySets Of(LibraryContext context)
        => new(context.Authors.AllowScan(), context.Books.AllowScan(), context.Countries.AllowScan());

    public static LibrarySets InMemory()
    {
        var countries = LibraryData.CreateCountries();
        var authors = LibraryData.CreateAuthors();
        var books = LibraryData.CreateBooks();
        foreach (var author in authors)
        {
            author.Country = countries.SingleOrDefault(c => c.Id == author.CountryId);
        }

        foreach (var book in books)
        {
            book.Author = authors.SingleOrDefault(a => a.Id == book.AuthorId);
            book.Author?.Books.Add(book);
        }

        return new LibrarySets(authors.AsQueryable(), books.AsQueryable(), countries.AsQueryable());
    }
}
