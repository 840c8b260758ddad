using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace EFCore.Dynamo.Aws;

/// <summary>Makes the SDK's client that the options describe.</summary>
internal static class SdkClientFactory
{
    // The SDK does not sign without credentials; a service on this machine does not look at them.
    private static readonly AWSCredentials Local = new BasicAWSCredentials("local", "local");

    /// <summary>Creates the client, with its own retries off: the pipeline around it retries.</summary>
    /// <exception cref="ArgumentException">The options contradict each other, or name a profile that there is not; the text says which.</exception>
    public static AmazonDynamoDBClient Create(AwsDynamoClientOptions options)
    {
        var config = new AmazonDynamoDBConfig { MaxErrorRetry = 0 };
        var credentials = GetCredentials(options, out var profileRegion);
        var region = options.Region ?? profileRegion?.SystemName;
        if (options.ServiceUrl is { } url)
        {
            config.ServiceURL = url.ToString();
            config.AuthenticationRegion = region ?? "us-east-1";
        }
        else if (region is not null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        try
        {
            return credentials is null ? new AmazonDynamoDBClient(config) : new AmazonDynamoDBClient(credentials, config);
        }
        catch (AmazonClientException exception) when (options.ServiceUrl is null && region is null)
        {
            throw new ArgumentException("No region is named: set 'Region', or the environment's AWS_REGION.", nameof(options), exception);
        }
    }

    private static AWSCredentials? GetCredentials(AwsDynamoClientOptions options, out RegionEndpoint? profileRegion)
    {
        profileRegion = null;
        if (options.AccessKey is null != options.SecretKey is null)
        {
            throw new ArgumentException("'Access Key' and 'Secret Key' come together.", nameof(options));
        }

        if (options.SessionToken is not null && options.AccessKey is null)
        {
            throw new ArgumentException("'Session Token' needs 'Access Key' and 'Secret Key'.", nameof(options));
        }

        if (options.AccessKey is not null)
        {
            return options.Profile is not null
                ? throw new ArgumentException("'Profile' and 'Access Key' exclude each other.", nameof(options))
                : CreateKeys(options);
        }

        if (options.Profile is not null)
        {
            return GetProfile(options.Profile, out profileRegion);
        }

        return options.ServiceUrl is { IsLoopback: true } && Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is null ? Local : null;
    }

    private static AWSCredentials CreateKeys(AwsDynamoClientOptions options)
        => options.SessionToken is null
            ? new BasicAWSCredentials(options.AccessKey, options.SecretKey)
            : new SessionAWSCredentials(options.AccessKey, options.SecretKey, options.SessionToken);

    private static AWSCredentials GetProfile(string name, out RegionEndpoint? region)
    {
        var chain = new CredentialProfileStoreChain();
        if (!chain.TryGetProfile(name, out var profile))
        {
            throw new ArgumentException($"The AWS configuration files of this user have no profile '{name}'.", nameof(name));
        }

        region = profile.Region;
        return profile.GetAWSCredentials(chain);
    }
}
