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
        var directory = Directory.CreateTempSubdirectory("dynamo-simulation-");
        try
        {
            using (var run = new SimulationRun(seed, directory.FullName))
                await Should.NotThrowAsync(() => run.RunAsync(stepCount: 2000));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
