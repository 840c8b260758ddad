using EFCore.Dynamo.Engine.Tests.Storage;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Simulation;

public sealed class SimulationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_operations_agree_with_a_sorted_dictionary_over_reopens(int seed)
    {
        using var directory = new TemporaryDirectory();
        using var run = new SimulationRun(seed, directory.Path);

        await Should.NotThrowAsync(() => run.RunAsync(stepCount: 2000));
    }
}
