namespace EFCore.Dynamo.Tests.Scenarios;

internal sealed class Part
{
    public string Sku { get; set; } = "";
}
