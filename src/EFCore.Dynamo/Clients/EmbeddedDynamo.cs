namespace EFCore.Dynamo.Clients;

/// <summary>The embedded databases of this process.</summary>
public static class EmbeddedDynamo
{
    /// <summary>
    ///     Closes the data directories that no context uses, now instead of half a minute after their last context: before a test deletes its directory,
    ///     or another process opens it.
    /// </summary>
    public static void CloseIdleDatabases() => SharedDatabases.Default.CloseIdle();
}
