using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Dynamo.Storage;

/// <summary>Creates and deletes the tables of the model. What exists is left as it is, and refused where the model could not work with it.</summary>
internal sealed class DynamoDatabaseCreator(
    IDynamoClientSource clientSource,
    ICurrentDbContext currentContext,
    IDesignTimeModel designTimeModel,
    IUpdateAdapterFactory updateAdapterFactory,
    IDatabase database,
    IDbContextOptions options,
    IDiagnosticsLogger<DbLoggerCategory.Database.Command> commandLogger,
    TimeProvider timeProvider) : IDatabaseCreator
{
    // The service needs seconds to create a table; the embedded engine answers ACTIVE at once.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private IReadOnlyList<TableLayout> Tables => currentContext.Context.Model.GetTables();

    /// <inheritdoc />
    public bool EnsureCreated()
    {
        var created = SynchronousWait.GetResult(CreateTablesAsync(CancellationToken.None), clientSource, commandLogger);
        if (GetSeedData(created) is { Count: > 0 } entries)
        {
            database.SaveChanges(entries);
        }

        SeedData(created.Count > 0);
        return created.Count > 0;
    }

    /// <inheritdoc />
    public async Task<bool> EnsureCreatedAsync(CancellationToken cancellationToken = default)
    {
        var created = await CreateTablesAsync(cancellationToken).ConfigureAwait(false);
        if (GetSeedData(created) is { Count: > 0 } entries)
        {
            await database.SaveChangesAsync(entries, cancellationToken).ConfigureAwait(false);
        }

        await SeedDataAsync(created.Count > 0, cancellationToken).ConfigureAwait(false);
        return created.Count > 0;
    }

    /// <inheritdoc />
    public bool EnsureDeleted() => SynchronousWait.GetResult(DeleteTablesAsync(CancellationToken.None), clientSource, commandLogger);

    /// <inheritdoc />
    public Task<bool> EnsureDeletedAsync(CancellationToken cancellationToken = default) => DeleteTablesAsync(cancellationToken).AsTask();

    /// <inheritdoc />
    public bool CanConnect() => SynchronousWait.GetResult(CanConnectCoreAsync(CancellationToken.None), clientSource, commandLogger);

    /// <inheritdoc />
    public Task<bool> CanConnectAsync(CancellationToken cancellationToken = default) => CanConnectCoreAsync(cancellationToken).AsTask();

    private async ValueTask<HashSet<string>> CreateTablesAsync(CancellationToken cancellationToken)
    {
        var created = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            try
            {
                await clientSource.Client.CreateTableAsync(TableDefinitionFactory.CreateRequest(table), cancellationToken).ConfigureAwait(false);
                created.Add(table.TableName);
            }
            catch (ResourceInUseException)
            {
                // It exists, or somebody else is creating it at this moment.
            }

            var description = await WaitUntilActiveAsync(table.TableName, cancellationToken).ConfigureAwait(false);
            if (!created.Contains(table.TableName) && TableDefinitionFactory.FindDifference(table, description) is { } difference)
            {
                throw new InvalidOperationException(DynamoStrings.TableDiffers(table.TableName, difference));
            }

            if (created.Contains(table.TableName) && table.GetTimeToLiveAttributes() is [var timeToLive])
            {
                await EnableTimeToLiveAsync(table.TableName, timeToLive, cancellationToken).ConfigureAwait(false);
            }
        }

        return created;
    }

    // CreateTable has no member for it.
    private async ValueTask EnableTimeToLiveAsync(string tableName, string attributeName, CancellationToken cancellationToken)
    {
        var request = new UpdateTimeToLiveRequest
        {
            TableName = tableName,
            TimeToLiveSpecification = new TimeToLiveSpecification(Enabled: true, attributeName),
        };
        await clientSource.Client.UpdateTimeToLiveAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TableDescription> WaitUntilActiveAsync(string tableName, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await clientSource.Client.DescribeTableAsync(
                new DescribeTableRequest { TableName = tableName }, cancellationToken).ConfigureAwait(false);
            if (response.Table.TableStatus == TableStatus.Active
                && (response.Table.GlobalSecondaryIndexes?.All(index => index.IndexStatus == IndexStatus.Active) ?? true))
            {
                return response.Table;
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> DeleteTablesAsync(CancellationToken cancellationToken)
    {
        var isAnyDeleted = false;
        foreach (var table in Tables)
        {
            try
            {
                await clientSource.Client.DeleteTableAsync(new DeleteTableRequest { TableName = table.TableName }, cancellationToken).ConfigureAwait(false);
                isAnyDeleted = true;
                await WaitUntilGoneAsync(table.TableName, cancellationToken).ConfigureAwait(false);
            }
            catch (ResourceNotFoundException)
            {
                // Deleted is what was asked for.
            }
        }

        return isAnyDeleted;
    }

    private async ValueTask WaitUntilGoneAsync(string tableName, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Ends with ResourceNotFoundException.
            await clientSource.Client.DescribeTableAsync(new DescribeTableRequest { TableName = tableName }, cancellationToken).ConfigureAwait(false);
            await Task.Delay(PollInterval, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> CanConnectCoreAsync(CancellationToken cancellationToken)
    {
        // Opening would create the directory, and then say yes.
        if (options.FindExtension<DynamoOptionsExtension>()?.ConnectionString is { IsInMemory: false, IsRemote: false } connectionString
            && !Directory.Exists(connectionString.DataSource))
        {
            return false;
        }

        try
        {
            await clientSource.Client.ListTablesAsync(new ListTablesRequest { Limit = 1 }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (EmbeddedDatabase.IsUnavailable(exception))
        {
            return false;
        }
    }

    // HasData of the tables that were just created; what is in the others was inserted when they were.
    private IList<IUpdateEntry> GetSeedData(HashSet<string> created)
    {
        if (created.Count == 0)
        {
            return [];
        }

        var adapter = updateAdapterFactory.CreateStandalone();
        foreach (var entityType in designTimeModel.Model.GetEntityTypes())
        {
            if (GetTableName(entityType) is not { } tableName || !created.Contains(tableName))
            {
                continue;
            }

            var runtimeEntityType = adapter.Model.FindEntityType(entityType.Name)!; // the two models have the same entity types
            foreach (var values in OwnedSeedData.Get(entityType))
            {
                adapter.CreateEntry(values, runtimeEntityType).EntityState = EntityState.Added;
            }
        }

        return adapter.GetEntriesToSave();
    }

    private static string? GetTableName(IReadOnlyEntityType entityType)
    {
        while (entityType.FindOwnership() is { } ownership)
        {
            entityType = ownership.PrincipalEntityType;
        }

        return entityType.GetDynamoTableName();
    }

    private void SeedData(bool isCreated)
    {
        var core = options.FindExtension<CoreOptionsExtension>();
        if (core?.Seeder is { } seeder)
        {
            seeder(currentContext.Context, isCreated);
        }
        else if (core?.AsyncSeeder is not null)
        {
            throw new InvalidOperationException(CoreStrings.MissingSeeder);
        }
    }

    private async Task SeedDataAsync(bool isCreated, CancellationToken cancellationToken)
    {
        var core = options.FindExtension<CoreOptionsExtension>();
        if (core?.AsyncSeeder is { } seeder)
        {
            await seeder(currentContext.Context, isCreated, cancellationToken).ConfigureAwait(false);
        }
        else if (core?.Seeder is not null)
        {
            throw new InvalidOperationException(CoreStrings.MissingSeeder);
        }
    }
}
