using EFCore.Dynamo;
using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.EntityFrameworkCore;

/// <summary>The way from a context down to DynamoDB.</summary>
public static class DynamoDatabaseFacadeExtensions
{
    /// <summary>Whether the context uses this provider.</summary>
    public static bool IsDynamo(this DatabaseFacade database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return string.Equals(database.ProviderName, typeof(DynamoOptionsExtension).Assembly.GetName().Name, StringComparison.Ordinal);
    }

    /// <summary>The context's client, for requests that EF has no words for. It puts the connection's table prefix in front of table names.</summary>
    /// <remarks>It is valid as long as the context. Disposing it is the context's business.</remarks>
    /// <exception cref="InvalidOperationException">The context uses another provider.</exception>
    public static IDynamoClient GetDynamoClient(this DatabaseFacade database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return ((IInfrastructure<IServiceProvider>)database).Instance.GetService<IDynamoClientSource>()?.Client
            ?? throw new InvalidOperationException(DynamoStrings.NotDynamo(database.ProviderName));
    }
}
