using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace EFCore.Dynamo.Server.Tests.Sdk;

/// <summary>Clients of the AWS SDK for a test's server; without retries, so that the first answer counts.</summary>
internal static class SdkClients
{
    public const string Region = "local";

    public static AmazonDynamoDBClient Create(Uri endpoint, AWSCredentials? credentials = null, string region = Region)
        => new(
            credentials ?? new BasicAWSCredentials("key", "secret"),
            new AmazonDynamoDBConfig
            {
                ServiceURL = endpoint.ToString(),
                AuthenticationRegion = region,
                MaxErrorRetry = 0,
                Timeout = TimeSpan.FromSeconds(60),
            });
}
