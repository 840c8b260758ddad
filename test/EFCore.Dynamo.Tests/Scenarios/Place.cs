namespace EFCore.Dynamo.Tests.Scenarios;

internal sealed class Place
{
    public double Latitude { get; set; }
}
