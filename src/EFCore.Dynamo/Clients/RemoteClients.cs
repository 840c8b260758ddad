using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using EFCore.Dynamo.Aws;
using EFCore.Dynamo.Infrastructure;

namespace EFCore.Dynamo.Clients;

/// <summary>
///     Clients of remote services: one a connection string or SDK client and process, since each holds connections; the one place of the provider that names
///     them.
/// </summary>
internal static class RemoteClients
{
    private static readonly Dictionary<DynamoConnectionString, IDynamoClient> ByConnectionString = [];
    private static readonly ConditionalWeakTable<IAmazonDynamoDB, IDynamoClient> BySdkClient = [];

    /// <summary>The client of a remote connection string, which stays open until the process ends.</summary>
    /// <exception cref="ArgumentException">There is no such profile, or no region; the text says which.</exception>
    public static IDynamoClient Get(DynamoConnectionString connectionString)
    {
        // The prefix is put on by a decorator; contexts that differ in it share connections.
        var key = connectionString with { TablePrefix = "" };
        lock (ByConnectionString)
        {
            if (!ByConnectionString.TryGetValue(key, out var client))
            {
                client = new AwsDynamoClient(new AwsDynamoClientOptions
                {
                    Region = key.Region,
                    ServiceUrl = key.ServiceUrl,
                    Profile = key.Profile,
                    AccessKey = key.AccessKey,
                    SecretKey = key.SecretKey,
                    SessionToken = key.SessionToken,
                });
                ByConnectionString.Add(key, client);
            }

            return client;
        }
    }

    /// <summary>A client over the caller's SDK client; one that only stands for a client in process is that client.</summary>
    public static IDynamoClient Over(IAmazonDynamoDB sdk)
        => sdk is EmbeddedAmazonDynamoDB embedded ? embedded.Client : BySdkClient.GetValue(sdk, static sdk => new AwsDynamoClient(sdk));
}
