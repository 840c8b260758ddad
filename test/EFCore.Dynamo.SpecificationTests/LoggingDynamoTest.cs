using Microsoft.Extensions.DependencyInjection;
using System.Reflection;

namespace EFCore.Dynamo.SpecificationTests;

public class LoggingDynamoTest : LoggingTestBase
{
    /// <inheritdoc />
    protected override string ProviderName => "EFCore.Dynamo";

    /// <inheritdoc />
    protected override string ProviderVersion
        => typeof(DynamoDbContextOptionsExtensions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <inheritdoc />
    protected override string DefaultOptions => "DynamoDB 'Data Source=LoggingDynamoTest;Mode=Memory' ";

    /// <inheritdoc />
    protected override TestLogger CreateTestLogger() => new TestLogger<TestLoggingDefinitions>();

    /// <inheritdoc />
    protected override DbContextOptionsBuilder CreateOptionsBuilder(IServiceCollection services)
        => new DbContextOptionsBuilder()
            .UseInternalServiceProvider(services.AddEntityFrameworkDynamo().BuildServiceProvider(validateScopes: true))
            .UseDynamo("Data Source=LoggingDynamoTest;Mode=Memory");
}
