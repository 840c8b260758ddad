using System.Transactions;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Storage;

/// <summary>DynamoDB has no transaction that stays open between requests; a <c>SaveChanges</c> is one by itself.</summary>
internal sealed class DynamoTransactionManager : IDbContextTransactionManager, ITransactionEnlistmentManager
{
    public IDbContextTransaction? CurrentTransaction => null;

    public Transaction? EnlistedTransaction => null;

    /// <summary>A scope of the application's, which SaveChanges refuses to write in.</summary>
    public Transaction? CurrentAmbientTransaction => Transaction.Current;

    public IDbContextTransaction BeginTransaction() => throw NotSupported();

    public Task<IDbContextTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => throw NotSupported();

    public void CommitTransaction() => throw NotSupported();

    public Task CommitTransactionAsync(CancellationToken cancellationToken = default) => throw NotSupported();

    public void RollbackTransaction() => throw NotSupported();

    public Task RollbackTransactionAsync(CancellationToken cancellationToken = default) => throw NotSupported();

    public void EnlistTransaction(Transaction? transaction) => throw NotSupported();

    public void ResetState()
    {
    }

    public Task ResetStateAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    private static NotSupportedException NotSupported() => new(DynamoStrings.TransactionsNotSupported);
}
