using EFCore.Dynamo.Tests.Stores;

namespace EFCore.Dynamo.Tests.Query.Lookups;

/// <summary>Each query over several sources runs on the engine and, with LINQ to Objects, on the same data; the results must be equal.</summary>
public abstract class SourceTests(TestStore store) : IAsyncLifetime
{
    public static TheoryData<string> Names
        => [.. SourceCases.All.Select(c => c.Name)];

    public Task InitializeAsync() => LibraryContext.CreateAsync(store);

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_query_over_several_sources_gives_what_LINQ_to_Objects_gives(string name)
    {
        var query = SourceCases.All.Single(c => c.Name == name);
        await using var context = new LibraryContext(store);
        var expected = ResultText.Describe(() => query.Run(LibrarySets.InMemory()), query.IsOrdered);

        ResultText.Describe(() => query.Run(LibrarySets.Of(context)), query.IsOrdered).ShouldBe(expected);
    }
}
