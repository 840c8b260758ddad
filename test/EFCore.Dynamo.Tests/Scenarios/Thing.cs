namespace EFCore.Dynamo.Tests.Scenarios;

internal sealed class Thing
{
    public string Id { get; set; } = "";

    public string? Name { get; set; }

    public double Weight { get; set; }

    public Place Place { get; set; } = new();

    public List<Part> Parts { get; set; } = [];
}
