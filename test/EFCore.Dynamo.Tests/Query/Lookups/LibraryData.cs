namespace EFCore.Dynamo.Tests.Query.Lookups;

/// <summary>The items of the library: authors without country and of one that there is not, books without author and of one that there is not.</summary>
internal static class LibraryData
{
    public static List<Country> CreateCountries()
        => [new() { Id = 1, Name = "Chile" }, new() { Id = 2, Name = "Peru" }];

    public static List<Author> CreateAuthors()
        =>
        [
            new() { Id = 1, Name = "Ana", CountryId = 1 },
            new() { Id = 2, Name = "Ben", CountryId = 2 },
            new() { Id = 3, Name = "Cleo" },
            new() { Id = 4, Name = "Dan", CountryId = 99 },
        ];

    public static List<Book> CreateBooks()
        =>
        [
            new() { Shelf = "a", Number = 1, Title = "One", AuthorId = 1 },
            new() { Shelf = "a", Number = 2, Title = "Two", AuthorId = 2 },
            new() { Shelf = "a", Number = 3, Title = "Three" },
            new() { Shelf = "a", Number = 4, Title = "Four", AuthorId = 1 },
            new() { Shelf = "b", Number = 1, Title = "Five", AuthorId = 1 },
            new() { Shelf = "b", Number = 2, Title = "Six", AuthorId = 77 },
        ];
}
