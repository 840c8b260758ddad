using EFCore.Dynamo.Tests.Scenarios;

namespace EFCore.Dynamo.Tests.Find;

public sealed class FindWithoutThreadSafetyChecksTests
{
    [Fact]
    public async Task Find_and_Reload_work()
    {
        using var scenario = new Scenario(static model => model.Entity<Named>(), static options => options.EnableThreadSafetyChecks(enableChecks: false));
        scenario.Save(new Named { Id = "a", Name = "n" });
        await using var context = scenario.Open();

        context.Find<Named>("a")!.Name.ShouldBe("n");
        (await context.FindAsync<Named>("b")).ShouldBeNull();
        context.Entry(context.Find<Named>("a")!).Reload();
        await context.Entry(context.Find<Named>("a")!).ReloadAsync();
    }

    private sealed class Named
    {
        public string Id { get; set; } = "";

        public string? Name { get; set; }
    }
}
