using EFCore.Dynamo.Engine.Tests.Storage;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Simulation;

public sealed class IndexBuildTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_index_that_is_built_between_random_writes_holds_what_one_from_the_start_would(int seed)
    {
        using var directory = new TemporaryDirectory();
        using var run = new IndexBuildRun(seed, directory.Path);

        await Should.NotThrowAsync(run.RunAsync);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_index_that_is_deleted_while_it_is_built_leaves_nothing(int seed)
    {
        using var directory = new TemporaryDirectory();
        using var run = new IndexBuildRun(seed, directory.Path);

        await Should.NotThrowAsync(run.RunAndRemoveAsync);
    }
}
