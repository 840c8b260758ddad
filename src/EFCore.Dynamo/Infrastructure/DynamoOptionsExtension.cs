using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace EFCore.Dynamo.Infrastructure;

/// <summary>What <c>UseDynamo</c> was told. Immutable: each <c>With…</c> returns a copy.</summary>
public sealed class DynamoOptionsExtension : IDbContextOptionsExtension
{
    private DynamoOptionsExtensionInfo? _info;

    /// <summary>Creates an extension that names no client yet.</summary>
    public DynamoOptionsExtension()
    {
    }

    private DynamoOptionsExtension(DynamoOptionsExtension source)
    {
        ConnectionString = source.ConnectionString;
        PrivateDatabaseKey = source.PrivateDatabaseKey;
        Client = source.Client;
        ScanBehavior = source.ScanBehavior;
        MaxItemsRead = source.MaxItemsRead;
        ConsistentRead = source.ConsistentRead;
    }

    /// <summary>The parsed connection string; null when a client was passed.</summary>
    public DynamoConnectionString? ConnectionString { get; private init; }

    /// <summary>The client that was passed; null with a connection string. It stays the caller's to dispose.</summary>
    public IDynamoClient? Client { get; private init; }

    /// <summary>What happens to a query that would scan a table.</summary>
    public ScanBehavior ScanBehavior { get; private init; }

    /// <summary>The most items that one query may read, counted before filters; null for no limit.</summary>
    public int? MaxItemsRead { get; private init; }

    /// <summary>Whether reads of tables and local secondary indexes are strongly consistent unless the query says otherwise.</summary>
    public bool ConsistentRead { get; private init; }

    /// <inheritdoc />
    public DbContextOptionsExtensionInfo Info => _info ??= new DynamoOptionsExtensionInfo(this);

    /// <summary>One private in-memory database belongs to one call of <c>UseDynamo</c>: all copies of the extension carry its key.</summary>
    internal object? PrivateDatabaseKey { get; private init; }

    /// <summary>A copy that opens its client by connection string.</summary>
    public DynamoOptionsExtension WithConnectionString(string connectionString)
    {
        var parsed = DynamoConnectionString.Parse(connectionString);
        return new DynamoOptionsExtension(this) { ConnectionString = parsed, PrivateDatabaseKey = new object(), Client = null };
    }

    /// <summary>A copy that uses a client of the caller's.</summary>
    public DynamoOptionsExtension WithClient(IDynamoClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new DynamoOptionsExtension(this) { Client = client, ConnectionString = null, PrivateDatabaseKey = null };
    }

    /// <summary>A copy with another <see cref="ScanBehavior" />.</summary>
    public DynamoOptionsExtension WithScanBehavior(ScanBehavior scanBehavior)
    {
        if (!Enum.IsDefined(scanBehavior))
        {
            throw new ArgumentOutOfRangeException(nameof(scanBehavior), scanBehavior, DynamoStrings.UnknownScanBehavior);
        }

        return new DynamoOptionsExtension(this) { ScanBehavior = scanBehavior };
    }

    /// <summary>A copy with another <see cref="MaxItemsRead" />.</summary>
    public DynamoOptionsExtension WithMaxItemsRead(int? maxItemsRead)
    {
        if (maxItemsRead is <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(maxItemsRead), maxItemsRead, DynamoStrings.MaxItemsReadNotPositive);
        }

        return new DynamoOptionsExtension(this) { MaxItemsRead = maxItemsRead };
    }

    /// <summary>A copy with another <see cref="ConsistentRead" />.</summary>
    public DynamoOptionsExtension WithConsistentRead(bool consistentRead) => new(this) { ConsistentRead = consistentRead };

    /// <inheritdoc />
    public void ApplyServices(IServiceCollection services) => services.AddEntityFrameworkDynamo();

    /// <inheritdoc />
    public void Validate(IDbContextOptions options)
    {
        if (Client is null && ConnectionString is null)
        {
            throw new InvalidOperationException(DynamoStrings.NoClient);
        }
    }
}
