using Microsoft.Extensions.DependencyInjection;

namespace EFCore.Dynamo.SpecificationTests.TestUtilities;

/// <summary>Contexts and models without a store.</summary>
public sealed class DynamoTestHelpers : TestHelpers
{
    private DynamoTestHelpers()
    {
    }

    /// <summary>The helpers.</summary>
    public static DynamoTestHelpers Instance { get; } = new();

    /// <inheritdoc />
    public override IServiceCollection AddProviderServices(IServiceCollection services) => DynamoTestStoreFactory.Instance.AddProviderServices(services);

    /// <inheritdoc />
    public override DbContextOptionsBuilder UseProviderOptions(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseDynamo("Data Source=SpecificationTests;Mode=Memory");
}
