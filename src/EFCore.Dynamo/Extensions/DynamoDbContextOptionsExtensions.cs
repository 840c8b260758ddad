using Amazon.DynamoDBv2;
using EFCore.Dynamo;
using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Infrastructure;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Puts a context on DynamoDB.</summary>
public static class DynamoDbContextOptionsExtensions
{
    /// <summary>Uses the DynamoDB that a connection string names.</summary>
    /// <param name="optionsBuilder">The context's options.</param>
    /// <param name="connectionString">
    ///     <c>Data Source=DIRECTORY</c> for the embedded engine, optionally with <c>Durability=Relaxed</c>, <c>Max Map Size=1 GB</c>, <c>Dialect=Classic</c>
    ///     and
    ///     <c>Table Prefix=dev-</c>. <c>Data Source=:memory:</c> is a database of its own for this call (with <c>AddDbContext</c>: for the application);
    ///     <c>Data Source=NAME;Mode=Memory</c> is shared by name in the process. <c>Region=eu-west-1</c> (and <c>Profile=NAME</c>) is AWS DynamoDB,
    ///     <c>Service Url=http://localhost:8000;Region=local</c> any service with its API; see <see cref="DynamoConnectionString" />.
    /// </param>
    /// <param name="dynamoOptionsAction">Further options.</param>
    /// <exception cref="ArgumentException">The connection string is empty, malformed, names no database or two, or has an unknown keyword.</exception>
    public static DbContextOptionsBuilder UseDynamo(
        this DbContextOptionsBuilder optionsBuilder,
        string connectionString,
        Action<DynamoDbContextOptionsBuilder>? dynamoOptionsAction = null)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        return Use(optionsBuilder, GetExtension(optionsBuilder).WithConnectionString(connectionString), dynamoOptionsAction);
    }

    /// <summary>Uses a client of the caller's, who also disposes it.</summary>
    /// <param name="optionsBuilder">The context's options.</param>
    /// <param name="client">Shared by all contexts with these options.</param>
    /// <param name="dynamoOptionsAction">Further options.</param>
    public static DbContextOptionsBuilder UseDynamo(
        this DbContextOptionsBuilder optionsBuilder,
        IDynamoClient client,
        Action<DynamoDbContextOptionsBuilder>? dynamoOptionsAction = null)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        return Use(optionsBuilder, GetExtension(optionsBuilder).WithClient(client), dynamoOptionsAction);
    }

    /// <summary>Uses a client of the AWS SDK, which the caller disposes: AWS, another service with DynamoDB's API, or <c>EmbeddedAmazonDynamoDB</c>.</summary>
    /// <remarks>What the SDK's client retries by itself is left to it; conflicts of transactions and the rests of batches are retried here.</remarks>
    /// <param name="optionsBuilder">The context's options.</param>
    /// <param name="client">Shared by all contexts with these options.</param>
    /// <param name="dynamoOptionsAction">Further options.</param>
    public static DbContextOptionsBuilder UseDynamo(
        this DbContextOptionsBuilder optionsBuilder,
        IAmazonDynamoDB client,
        Action<DynamoDbContextOptionsBuilder>? dynamoOptionsAction = null)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        ArgumentNullException.ThrowIfNull(client);
        return Use(optionsBuilder, GetExtension(optionsBuilder).WithClient(RemoteClients.Over(client)), dynamoOptionsAction);
    }

    /// <inheritdoc cref="UseDynamo(DbContextOptionsBuilder, string, Action{DynamoDbContextOptionsBuilder})" />
    public static DbContextOptionsBuilder<TContext> UseDynamo<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder,
        string connectionString,
        Action<DynamoDbContextOptionsBuilder>? dynamoOptionsAction = null)
        where TContext : DbContext
        => (DbContextOptionsBuilder<TContext>)UseDynamo((DbContextOptionsBuilder)optionsBuilder, connectionString, dynamoOptionsAction);

    /// <inheritdoc cref="UseDynamo(DbContextOptionsBuilder, IDynamoClient, Action{DynamoDbContextOptionsBuilder})" />
    public static DbContextOptionsBuilder<TContext> UseDynamo<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder,
        IDynamoClient client,
        Action<DynamoDbContextOptionsBuilder>? dynamoOptionsAction = null)
        where TContext : DbContext
        => (DbContextOptionsBuilder<TContext>)UseDynamo((DbContextOptionsBuilder)optionsBuilder, client, dynamoOptionsAction);

    /// <inheritdoc cref="UseDynamo(DbContextOptionsBuilder, IAmazonDynamoDB, Action{DynamoDbContextOptionsBuilder})" />
    public static DbContextOptionsBuilder<TContext> UseDynamo<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder,
        IAmazonDynamoDB client,
        Action<DynamoDbContextOptionsBuilder>? dynamoOptionsAction = null)
        where TContext : DbContext
        => (DbContextOptionsBuilder<TContext>)UseDynamo((DbContextOptionsBuilder)optionsBuilder, client, dynamoOptionsAction);

    private static DynamoOptionsExtension GetExtension(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.Options.FindExtension<DynamoOptionsExtension>() ?? new DynamoOptionsExtension();

    private static DbContextOptionsBuilder Use(
        DbContextOptionsBuilder optionsBuilder,
        DynamoOptionsExtension extension,
        Action<DynamoDbContextOptionsBuilder>? dynamoOptionsAction)
    {
        ((IDbContextOptionsBuilderInfrastructure)optionsBuilder).AddOrUpdateExtension(extension);
        dynamoOptionsAction?.Invoke(new DynamoDbContextOptionsBuilder(optionsBuilder));
        return optionsBuilder;
    }
}
