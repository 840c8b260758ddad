using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace EFCore.Dynamo.Clients;

/// <inheritdoc cref="IDynamoClientSource" />
internal sealed class DynamoClientSource(
    IDbContextOptions options,
    IDiagnosticsLogger<DbLoggerCategory.Database.Command> logger,
    TimeProvider timeProvider) : IDynamoClientSource, IDisposable
{
    private IDynamoClient? _client;
    private IDisposable? _lease;
    private bool _isDisposed;

    public IDynamoClient Client
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _client ??= WithLog(Open());
        }
    }

    public bool IsEmbedded => options.FindExtension<DynamoOptionsExtension>() is not { } extension
        || (extension.Client is { } client ? client is EmbeddedDynamoClient : extension.ConnectionString is not { IsRemote: true });

    public void Dispose()
    {
        _isDisposed = true;
        _client = null;
        _lease?.Dispose();
        _lease = null;
    }

    // Decided once a context: who starts to listen later hears the next context.
    private IDynamoClient WithLog(IDynamoClient client)
        => logger.ListensToRequests() ? new LoggingDynamoClient(client, logger, timeProvider) : client;

    private IDynamoClient Open()
    {
        var extension = options.FindExtension<DynamoOptionsExtension>();
        if (extension?.Client is { } client)
        {
            return client;
        }

        if (extension?.ConnectionString is not { } connectionString)
        {
            throw new InvalidOperationException(DynamoStrings.NoClient);
        }

        var shared = connectionString.IsRemote ? RemoteClients.Get(connectionString) : Lease(extension, connectionString);
        return connectionString.TablePrefix.Length == 0 ? shared : new PrefixedDynamoClient(shared, connectionString.TablePrefix);
    }

    private IDynamoClient Lease(DynamoOptionsExtension extension, DynamoConnectionString connectionString)
    {
        if (string.Equals(connectionString.DataSource, DynamoConnectionString.PrivateInMemory, StringComparison.Ordinal))
        {
            return PrivateInMemoryDatabases.Get(FindApplication() ?? extension.PrivateDatabaseKey!, connectionString); // set with each connection string
        }

        var lease = SharedDatabases.Default.Lease(connectionString);
        _lease = lease;
        return lease.Client;
    }

    // AddDbContext calls UseDynamo for each scope, so there the call cannot be the owner. The root scope factory is one object for an application's services.
    private object? FindApplication()
        => options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<IServiceScopeFactory>();
}
