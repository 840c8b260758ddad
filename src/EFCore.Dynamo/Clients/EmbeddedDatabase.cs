using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Infrastructure;

namespace EFCore.Dynamo.Clients;

/// <summary>Turns a connection string into an open embedded engine: the one place of the provider that names it.</summary>
internal static class EmbeddedDatabase
{
    /// <summary>Opens the data directory, or a new in-memory database.</summary>
    /// <exception cref="StorageException">The directory is open in another process, is not the engine's, is damaged, or cannot be written.</exception>
    public static IDynamoClient Open(DynamoConnectionString connectionString)
    {
        var options = new EmbeddedDynamoOptions
        {
            DataDirectory = connectionString.IsInMemory ? null : Path.GetFullPath(connectionString.DataSource),
            Durability = connectionString.Durability,
            ValidationDialect = connectionString.Dialect,
        };
        if (connectionString.MaxMapSizeBytes is { } maxMapSizeBytes)
        {
            options = options with
            {
                MaxMapSizeBytes = maxMapSizeBytes,
                InitialMapSizeBytes = Math.Min(options.InitialMapSizeBytes, maxMapSizeBytes),
            };
        }

        return EmbeddedDynamoClient.Open(options);
    }

    /// <summary>Whether the files of an open database were deleted.</summary>
    public static bool IsDeleted(IDynamoClient client, DynamoConnectionString connectionString)
    {
        var directory = Path.GetFullPath(connectionString.DataSource);
        return client is EmbeddedDynamoClient && (!Directory.Exists(directory) || !Directory.EnumerateFileSystemEntries(directory).Any());
    }

    /// <summary>Whether the exception says that the database cannot be opened or reached now.</summary>
    public static bool IsUnavailable(Exception exception)
        => exception is Errors.DynamoServiceException or IOException or UnauthorizedAccessException;
}
