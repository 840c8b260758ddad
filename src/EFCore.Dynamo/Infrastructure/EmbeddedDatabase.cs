namespace EFCore.Dynamo.Infrastructure;

/// <summary>Turns a connection string into an open embedded engine: the one place of the provider that names it.</summary>
internal static class EmbeddedDatabase
{
    /// <summary>Opens the data directory, or a new in-memory database.</summary>
    public static IDynamoClient Open(DynamoConnectionString connectionString) => throw new NotSupportedException(connectionString.ToString());
}
