using EFCore.Dynamo.Infrastructure;
using Microsoft.EntityFrameworkCore.Infrastructure;

// EF Core's own convention: extensions of a provider are found without another using.
namespace Microsoft.EntityFrameworkCore;

/// <summary>What the provider adds to <see cref="DbContext.Database" />.</summary>
public static class DynamoDatabaseFacadeExtensions
{
    /// <summary>Whether the context uses this provider; for models that several providers share.</summary>
    /// <remarks>May be called in <see cref="DbContext.OnModelCreating" />, as <c>IsSqlite()</c> and its like may.</remarks>
    public static bool IsDynamo(this DatabaseFacade database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return string.Equals(database.ProviderName, typeof(DynamoOptionsExtension).Assembly.GetName().Name, StringComparison.Ordinal);
    }
}
